variable "subscription_id" {
  description = "The Azure subscription."
  type        = string
}

variable "name" {
  description = "Before every name; the database's is unique in all of Azure."
  type        = string
  default     = "punctual"

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,20}[a-z0-9]$", var.name))
    error_message = "Lower-case letters, digits and hyphens, 3 to 22 characters."
  }
}

variable "location" {
  description = "Azure region with three availability zones; Aiven must offer it as azure-<location>."
  type        = string
  default     = "westeurope"
}

variable "domain" {
  description = "DNS name under which people find Punctual. A zone of this name is made: its name servers belong into the zone above."
  type        = string
}

variable "github_repository" {
  description = "owner/name of the repository whose environment aks deploys."
  type        = string
}

variable "admin_groups" {
  description = "Object ids of the Entra groups that administer the cluster; without one nobody gets in."
  type        = list(string)

  validation {
    condition     = length(var.admin_groups) > 0
    error_message = "Local accounts are off: name a group."
  }
}

variable "aiven_project" {
  description = "The project at Aiven."
  type        = string
}

variable "kafka_plan" {
  description = "Aiven's plan; three brokers at least, for min.insync.replicas 2."
  type        = string
  default     = "business-4"
}

variable "image_pull_secrets" {
  description = "Secrets with which images are pulled; [\"ghcr\"] when the packages are private."
  type        = list(string)
  default     = []
}

variable "database_sku" {
  description = "Size of the database server; burstable ones have no standby."
  type        = string
  default     = "GP_Standard_D2ds_v5"
}

variable "database_password" {
  description = "Of who owns the tables. Kept nowhere."
  type        = string
  sensitive   = true
  ephemeral   = true
}

variable "kafka_password" {
  description = "Of Kafka's user. Kept nowhere."
  type        = string
  sensitive   = true
  ephemeral   = true
}

variable "password_version" {
  description = "One more than before makes the passwords that are given the ones that hold."
  type        = number
  default     = 1
}
