{{- define "punctual-dapr.metadata" -}}
namespace: {{ .Release.Namespace }}
labels:
  app.kubernetes.io/name: punctual-dapr
  app.kubernetes.io/instance: {{ .Release.Name }}
  app.kubernetes.io/part-of: punctual
  app.kubernetes.io/managed-by: {{ .Release.Service }}
  helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version }}
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
