{{- define "punctual-keda.metadata" -}}
namespace: {{ .Release.Namespace }}
labels:
  app.kubernetes.io/name: punctual-keda
  app.kubernetes.io/instance: {{ .Release.Name }}
  app.kubernetes.io/part-of: punctual
  app.kubernetes.io/managed-by: {{ .Release.Service }}
  helm.sh/chart: {{ printf "punctual-keda-%s" .Chart.Version }}
{{- end }}

{{- /* Kafka as JSON: what all charts share goes before what this one says. */}}
{{- define "punctual-keda.kafka" -}}
{{- mergeOverwrite (deepCopy .Values.kafka) (deepCopy (dig "kafka" dict (.Values.global | default dict))) | toJson }}
{{- end }}

{{- /* KEDA asks from its own namespace: a Service of ours needs its whole name there. */}}
{{- define "punctual-keda.brokers" -}}
{{- $brokers := list }}
{{- range splitList "," (include "punctual-keda.kafka" . | fromJson).brokers }}
{{- $parts := splitList ":" . }}
{{- $host := first $parts }}
{{- if not (contains "." $host) }}
{{- $host = printf "%s.%s.svc" $host $.Release.Namespace }}
{{- end }}
{{- $brokers = append $brokers (printf "%s:%s" $host (last $parts)) }}
{{- end }}
{{- join "," $brokers }}
{{- end }}
