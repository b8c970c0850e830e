variable "name" {
  type = string
}

variable "project" {
  type = string
}

variable "cloud" {
  type = string
}

variable "plan" {
  type = string
}

variable "password" {
  type      = string
  sensitive = true
  ephemeral = true
}

variable "password_version" {
  type = number
}

variable "allowed" {
  description = "Networks that reach the brokers."
  type        = list(string)
}
