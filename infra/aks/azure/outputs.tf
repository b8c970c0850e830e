output "outbound_address" {
  value = azurerm_public_ip.outbound.ip_address
}

output "name_servers" {
  value = azurerm_dns_zone.this.name_servers
}

output "database_host" {
  value = azurerm_postgresql_flexible_server.this.fqdn
}

output "key_vault" {
  value = azurerm_key_vault.this.name
}

output "github_variables" {
  value = {
    AZURE_CLIENT_ID       = azurerm_user_assigned_identity.this["deploy"].client_id
    AZURE_TENANT_ID       = data.azurerm_client_config.current.tenant_id
    AZURE_SUBSCRIPTION_ID = data.azurerm_client_config.current.subscription_id
    AKS_RESOURCE_GROUP    = azurerm_resource_group.this.name
    AKS_CLUSTER           = azurerm_kubernetes_cluster.this.name
  }
}

output "cluster_values" {
  value = {
    deployIdentity = azurerm_user_assigned_identity.this["deploy"].principal_id
    address        = { name = azurerm_public_ip.inbound.name, resourceGroup = azurerm_resource_group.this.name }
    dns = {
      subscription  = data.azurerm_client_config.current.subscription_id
      resourceGroup = azurerm_resource_group.this.name
      clientId      = azurerm_user_assigned_identity.this["cert-manager"].client_id
    }
    externalSecrets = {
      vaultUrl = azurerm_key_vault.this.vault_uri
      tenantId = data.azurerm_client_config.current.tenant_id
      clientId = azurerm_user_assigned_identity.this["external-secrets"].client_id
    }
  }
}
