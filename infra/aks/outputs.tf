output "name_servers" {
  description = "Belong as NS records of the domain into the zone above it."
  value       = module.azure.name_servers
}

output "kafka_authority" {
  description = "The authority of the brokers' certificates (PEM); no secret."
  value       = module.kafka.authority
}

output "github_variables" {
  description = "Variables of the repository's environment aks."
  value = merge(module.azure.github_variables, {
    PUNCTUAL_HOST = var.domain
    PUNCTUAL_VALUES = yamlencode({
      image   = { pullSecrets = var.image_pull_secrets }
      gateway = { signInSecret = { name = "punctual-sign-in" } }
      global = {
        kafka    = { brokers = module.kafka.brokers, user = module.kafka.user }
        postgres = { host = module.azure.database_host }
      }
      exposure = {
        kind    = "gateway"
        gateway = { parentRefs = [{ name = "public", namespace = "punctual-edge", sectionName = "https" }] }
      }
      networkPolicy = {
        webappPeers = [{
          namespaceSelector = { matchLabels = { "kubernetes.io/metadata.name" = "envoy-gateway-system" } }
        }]
      }
    })
  })
}

output "cluster_values" {
  description = "Values of the chart in cluster/."
  value       = merge(module.azure.cluster_values, { host = var.domain })
}

output "key_vault" {
  description = "Where passwords are kept when External Secrets brings them."
  value       = module.azure.key_vault
}
