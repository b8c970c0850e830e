# Everything around the chart: a cluster, a database and DNS on Azure, Kafka on Aiven. README.md has the way there.
terraform {
  # Write-only arguments: no password is kept in a plan or a state.
  required_version = ">= 1.11"

  required_providers {
    azurerm = {
      source  = "hashicorp/azurerm"
      version = "~> 5.2"
    }
    aiven = {
      source  = "aiven/aiven"
      version = "~> 4.50"
    }
  }

  # Where the state is, bootstrap-state prints: terraform init -backend-config=backend.hcl
  backend "azurerm" {
    use_azuread_auth = true
  }
}

provider "azurerm" {
  subscription_id = var.subscription_id
  # An empty subscription knows none of them yet, and the provider registers none by itself.
  resource_providers_to_register = [
    "Microsoft.ContainerService",
    "Microsoft.DBforPostgreSQL",
    "Microsoft.KeyVault",
    "Microsoft.ManagedIdentity",
    "Microsoft.Network",
  ]

  features {}
}

# The token is AIVEN_TOKEN.
provider "aiven" {}

module "azure" {
  source            = "./azure"
  name              = var.name
  location          = var.location
  domain            = var.domain
  github_repository = var.github_repository
  admin_groups      = var.admin_groups
  database_sku      = var.database_sku
  database_password = var.database_password
  password_version  = var.password_version
}

module "kafka" {
  source           = "./kafka"
  name             = var.name
  project          = var.aiven_project
  cloud            = "azure-${var.location}"
  plan             = var.kafka_plan
  password         = var.kafka_password
  password_version = var.password_version
  # Nobody but the cluster reaches the brokers.
  allowed = ["${module.azure.outbound_address}/32"]
}
