output "brokers" {
  value = "${local.sasl.host}:${local.sasl.port}"
}

output "user" {
  value = aiven_kafka_user.this.username
}

output "authority" {
  value = data.aiven_project.this.ca_cert
}
