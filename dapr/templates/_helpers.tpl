{{- define "punctual-dapr.metadata" -}}
namespace: {{ .Release.Namespace }}
labels:
  app.kubernetes.io/name: punctual-dapr
  app.kubernetes.io/instance: {{ .Release.Name }}
  app.kubernetes.io/part-of: punctual
  app.kubernetes.io/managed-by: {{ .Release.Service }}
  helm.sh/chart: {{ printf "punctual-dapr-%s" .Chart.Version }}
{{- end }}

{{- /* What every Configuration says alike. */}}
{{- define "punctual-dapr.telemetry" -}}
tracing:
  samplingRate: {{ .Values.tracing.samplingRate | quote }}
  {{- with .Values.tracing.otlpEndpoint }}
  otel:
    endpointAddress: {{ . | quote }}
    protocol: {{ $.Values.tracing.otlpProtocol }}
    isSecure: {{ $.Values.tracing.otlpSecure }}
  {{- end }}
metrics:
  enabled: {{ .Values.metrics.enabled }}
  http:
    # Paths hold people's ids.
    increasedCardinality: false
logging:
  apiLogging:
    enabled: false
    obfuscateURLs: true
    omitHealthChecks: true
{{- with .Values.nameResolution.template }}
nameResolution:
  component: kubernetes
  configuration:
    template: {{ . | quote }}
{{- end }}
{{- end }}

{{- /* A list of the APIs that an app may call; everything else is refused. */}}
{{- define "punctual-dapr.allowed" -}}
api:
  allowed:
    {{- range . }}
    - name: {{ . }}
      version: v1
      protocol: http
    {{- end }}
{{- end }}

{{- define "punctual-dapr.secrets" -}}
secrets:
  scopes:
    - storeName: secretstore
      defaultAccess: deny
      allowedSecrets: {{ . | toJson }}
    # The one that Dapr has by itself in a cluster.
    - storeName: kubernetes
      defaultAccess: deny
{{- end }}

{{- /* Kafka and PostgreSQL as JSON: what all charts share goes before what this one says. */}}
{{- define "punctual-dapr.kafka" -}}
{{- mergeOverwrite (deepCopy .Values.kafka) (deepCopy (dig "kafka" dict (.Values.global | default dict))) | toJson }}
{{- end }}
{{- define "punctual-dapr.postgres" -}}
{{- mergeOverwrite (deepCopy .Values.postgres) (deepCopy (dig "postgres" dict (.Values.global | default dict))) | toJson }}
{{- end }}

{{- /* The stored secrets that an app may read, as a JSON list: what is listed, and what the connections name. */}}
{{- define "punctual-dapr.connectionSecrets" -}}
{{- $kafka := include "punctual-dapr.kafka" . | fromJson }}
{{- $names := list (include "punctual-dapr.postgres" . | fromJson).passwordSecret.name }}
{{- if eq $kafka.authType "password" }}
{{- $names = concat $names (list $kafka.passwordSecret.name $kafka.authoritySecret.name) }}
{{- end }}
{{- $names | toJson }}
{{- end }}
{{- define "punctual-dapr.gatewaySecrets" -}}
{{- concat .Values.secretStore.gatewaySecrets (include "punctual-dapr.connectionSecrets" . | fromJsonArray) | compact | uniq | toJson }}
{{- end }}
{{- define "punctual-dapr.functionSecrets" -}}
{{- concat .Values.secretStore.functionSecrets (include "punctual-dapr.connectionSecrets" . | fromJsonArray) (include "punctual-dapr.channelSecrets" . | fromJsonArray) | compact | uniq | toJson }}
{{- end }}

{{- /* What the functions are let in with where they send; nothing where no channel needs it. */}}
{{- define "punctual-dapr.channelSecrets" -}}
{{- $channels := dig "channels" dict (.Values.global | default dict) -}}
{{- $mail := dig "mail" dict $channels -}}
{{- $push := dig "push" dict $channels -}}
{{- $names := list -}}
{{- if and (dig "host" "" $mail) (dig "user" "" $mail) }}
{{- $names = append $names $mail.passwordSecret.name }}
{{- end }}
{{- if dig "publicKey" "" $push }}
{{- $names = append $names $push.privateKeySecret.name }}
{{- end }}
{{- $names | toJson }}
{{- end }}
