variable "name" {
  type = string
}

variable "location" {
  type = string
}

variable "domain" {
  type = string
}

variable "github_repository" {
  type = string
}

variable "admin_groups" {
  type = list(string)
}

variable "database_sku" {
  type = string
}

variable "database_password" {
  type      = string
  sensitive = true
  ephemeral = true
}

variable "password_version" {
  type = number
}
