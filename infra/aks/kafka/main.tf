terraform {
  required_providers {
    aiven = {
      source = "aiven/aiven"
    }
  }
}

locals {
  # As dev.punctual.contracts.Topic; a test compares.
  topics = {
    task-events   = { partitions = 3, retention_hours = 168 }
    reminders     = { partitions = 2, retention_hours = 24 }
    task-updates  = { partitions = 2, retention_hours = 1 }
    recurring-due = { partitions = 3, retention_hours = 168 }
    reminders-due = { partitions = 3, retention_hours = 168 }
  }
  sasl = one([
    for component in aiven_kafka.this.components : component
    if component.component == "kafka" && component.kafka_authentication_method == "sasl" && component.route == "dynamic"
  ])
}

data "aiven_project" "this" {
  project = var.project
}

resource "aiven_kafka" "this" {
  project                = var.project
  cloud_name             = var.cloud
  plan                   = var.plan
  service_name           = var.name
  termination_protection = true
  default_acl            = false

  kafka_user_config {
    ip_filter_string = var.allowed

    kafka {
      auto_create_topics_enable = false
      # A function that starts from zero does not wait 3 s for others.
      group_initial_rebalance_delay_ms = 0
      # 90 days: the offsets of an idle group are kept.
      offsets_retention_minutes = 129600
    }

    kafka_authentication_methods {
      certificate = false
      sasl        = true
    }

    kafka_sasl_mechanisms {
      plain         = false
      scram_sha_256 = false
      scram_sha_512 = true
    }
  }
}

resource "aiven_kafka_user" "this" {
  project             = var.project
  service_name        = aiven_kafka.this.service_name
  username            = "punctual"
  password_wo         = var.password
  password_wo_version = var.password_version
}

# Its own topics and groups; the topics' Job compares them with the contract.
resource "aiven_kafka_acl" "this" {
  project      = var.project
  service_name = aiven_kafka.this.service_name
  username     = aiven_kafka_user.this.username
  permission   = "admin"
  topic        = "*"
}

resource "aiven_kafka_topic" "this" {
  for_each               = local.topics
  project                = var.project
  service_name           = aiven_kafka.this.service_name
  topic_name             = each.key
  partitions             = each.value.partitions
  replication            = 3
  termination_protection = true

  config {
    cleanup_policy      = "delete"
    min_insync_replicas = "2"
    retention_ms        = tostring(each.value.retention_hours * 3600 * 1000)
  }
}
