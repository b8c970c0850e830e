resource "azurerm_user_assigned_identity" "cluster" {
  name                = "${var.name}-cluster"
  resource_group_name = azurerm_resource_group.this.name
  location            = azurerm_resource_group.this.location
}

# Joins its subnet and takes the public addresses.
resource "azurerm_role_assignment" "cluster_network" {
  scope                = azurerm_resource_group.this.id
  role_definition_name = "Network Contributor"
  principal_id         = azurerm_user_assigned_identity.cluster.principal_id
}

resource "azurerm_kubernetes_cluster" "this" {
  name                      = var.name
  resource_group_name       = azurerm_resource_group.this.name
  location                  = azurerm_resource_group.this.location
  dns_prefix                = var.name
  sku_tier                  = "Standard"
  automatic_upgrade_channel = "patch"
  node_os_upgrade_channel   = "NodeImage"
  # People and the pipeline come by Entra; what they may do, Kubernetes' own RBAC says (cluster/).
  local_account_disabled    = true
  oidc_issuer_enabled       = true
  workload_identity_enabled = true

  azure_active_directory_role_based_access_control {
    admin_group_object_ids = var.admin_groups
  }

  identity {
    type         = "UserAssigned"
    identity_ids = [azurerm_user_assigned_identity.cluster.id]
  }

  node_provisioning_profile {
    mode = "Manual"
  }

  default_node_pool {
    name                        = "system"
    vm_size                     = "Standard_D4ds_v5"
    vnet_subnet_id              = azurerm_subnet.nodes.id
    zones                       = ["1", "2", "3"]
    auto_scaling_enabled        = true
    min_count                   = 2
    max_count                   = 4
    temporary_name_for_rotation = "rotation"

    upgrade_settings {
      max_surge = "33%"
    }
  }

  network_profile {
    network_plugin      = "azure"
    network_plugin_mode = "overlay"
    # The chart refuses all traffic that it does not need.
    network_policy = "calico"
    pod_cidr       = "10.244.0.0/16"
    service_cidr   = "10.33.0.0/16"
    dns_service_ip = "10.33.0.10"

    load_balancer_profile {
      outbound_ip_address_ids = [azurerm_public_ip.outbound.id]
    }
  }

  lifecycle {
    # The autoscaler's.
    ignore_changes = [default_node_pool[0].node_count]
  }

  depends_on = [azurerm_role_assignment.cluster_network]
}
