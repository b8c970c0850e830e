# Who in the cluster, and which pipeline, acts on Azure: by tokens of an hour, never by a stored password.
data "azurerm_client_config" "current" {}

locals {
  audience = ["api://AzureADTokenExchange"]
  identities = {
    # Proves to Let's Encrypt that the domain is ours.
    cert-manager = {
      issuer  = azurerm_kubernetes_cluster.this.oidc_issuer_url
      subject = "system:serviceaccount:cert-manager:cert-manager"
    }
    # Reads passwords out of the key vault, where External Secrets is used.
    external-secrets = {
      issuer  = azurerm_kubernetes_cluster.this.oidc_issuer_url
      subject = "system:serviceaccount:external-secrets:punctual"
    }
    deploy = {
      issuer  = "https://token.actions.githubusercontent.com"
      subject = "repo:${var.github_repository}:environment:aks"
    }
  }
}

resource "azurerm_user_assigned_identity" "this" {
  for_each            = local.identities
  name                = "${var.name}-${each.key}"
  resource_group_name = azurerm_resource_group.this.name
  location            = azurerm_resource_group.this.location
}

resource "azurerm_federated_identity_credential" "this" {
  for_each                  = local.identities
  name                      = each.key
  user_assigned_identity_id = azurerm_user_assigned_identity.this[each.key].id
  audience                  = local.audience
  issuer                    = each.value.issuer
  subject                   = each.value.subject
}

resource "azurerm_role_assignment" "cert_manager" {
  scope                = azurerm_dns_zone.this.id
  role_definition_name = "DNS Zone Contributor"
  principal_id         = azurerm_user_assigned_identity.this["cert-manager"].principal_id
}

# Only how the cluster is reached; what the pipeline may do there is the namespace punctual (cluster/).
resource "azurerm_role_assignment" "deploy" {
  scope                = azurerm_kubernetes_cluster.this.id
  role_definition_name = "Azure Kubernetes Service Cluster User Role"
  principal_id         = azurerm_user_assigned_identity.this["deploy"].principal_id
}

resource "azurerm_key_vault" "this" {
  name                       = "${trimsuffix(substr(var.name, 0, 17), "-")}-${substr(sha256(azurerm_resource_group.this.id), 0, 6)}"
  resource_group_name        = azurerm_resource_group.this.name
  location                   = azurerm_resource_group.this.location
  tenant_id                  = data.azurerm_client_config.current.tenant_id
  sku_name                   = "standard"
  rbac_authorization_enabled = true
  purge_protection_enabled   = true
}

resource "azurerm_role_assignment" "external_secrets" {
  scope                = azurerm_key_vault.this.id
  role_definition_name = "Key Vault Secrets User"
  principal_id         = azurerm_user_assigned_identity.this["external-secrets"].principal_id
}

resource "azurerm_role_assignment" "operator" {
  for_each             = toset(var.admin_groups)
  scope                = azurerm_key_vault.this.id
  role_definition_name = "Key Vault Secrets Officer"
  principal_id         = each.value
}
