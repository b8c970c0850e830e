{{- /* Name, namespace and labels of an object: (list $ "punctual-gateway" "gateway"). */}}
{{- define "punctual.metadata" -}}
{{- $root := index . 0 -}}
name: {{ index . 1 }}
namespace: {{ $root.Release.Namespace }}
labels:
  {{- include "punctual.selector" (list $root (index . 2)) | nindent 2 }}
  app.kubernetes.io/part-of: punctual
  app.kubernetes.io/managed-by: {{ $root.Release.Service }}
  app.kubernetes.io/version: {{ $root.Chart.AppVersion | quote }}
  helm.sh/chart: {{ printf "%s-%s" $root.Chart.Name $root.Chart.Version }}
{{- end }}

{{- /* The labels by which a component's pods are found: (list $ "gateway"). */}}
{{- define "punctual.selector" -}}
app.kubernetes.io/name: punctual
app.kubernetes.io/instance: {{ (index . 0).Release.Name }}
app.kubernetes.io/component: {{ index . 1 }}
{{- end }}

{{- /* All pods of the release. */}}
{{- define "punctual.everybody" -}}
app.kubernetes.io/name: punctual
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end }}

{{- define "punctual.image" -}}
{{- $root := index . 0 -}}
{{- $image := $root.Values.image -}}
{{- with $image.registry }}{{ . }}/{{ end }}punctual/{{ index . 1 }}:{{ $image.tag | default $root.Chart.AppVersion }}
{{- end }}

{{- /* Kafka and PostgreSQL as JSON, as the charts below see them. */}}
{{- define "punctual.kafka" -}}
{{- include "punctual-dapr.kafka" .Subcharts.dapr }}
{{- end }}
{{- define "punctual.postgres" -}}
{{- include "punctual-dapr.postgres" .Subcharts.dapr }}
{{- end }}

{{- /* The stored secrets that opening the connections takes, as a JSON object: name → keys. */}}
{{- define "punctual.namedSecrets" -}}
{{- $kafka := include "punctual.kafka" . | fromJson }}
{{- $postgres := include "punctual.postgres" . | fromJson }}
{{- $keys := list (list $postgres.passwordSecret.name $postgres.passwordSecret.key) }}
{{- $keys = append $keys (list $postgres.owner.passwordSecret.name $postgres.owner.passwordSecret.key) }}
{{- if eq $kafka.authType "password" }}
{{- $keys = append $keys (list $kafka.passwordSecret.name $kafka.passwordSecret.key) }}
{{- if and $kafka.tls $kafka.authoritySecret.name }}
{{- $keys = append $keys (list $kafka.authoritySecret.name $kafka.authoritySecret.key) }}
{{- end }}
{{- end }}
{{- with .Values.global.channels.mail }}
{{- if and .host .user }}
{{- $keys = append $keys (list .passwordSecret.name .passwordSecret.key) }}
{{- end }}
{{- end }}
{{- with .Values.global.channels.push }}
{{- if .publicKey }}
{{- $keys = append $keys (list .privateKeySecret.name .privateKeySecret.key) }}
{{- end }}
{{- end }}
{{- with .Values.gateway.signInSecret }}
{{- if .name }}
{{- $keys = append $keys (list .name .key) }}
{{- end }}
{{- end }}
{{- with .Values.gateway.openid }}
{{- if .issuer }}
{{- $keys = append $keys (list .clientSecret.name .clientSecret.key) }}
{{- end }}
{{- end }}
{{- with .Values.gateway.model }}
{{- if and .url .keySecret.name }}
{{- $keys = append $keys (list .keySecret.name .keySecret.key) }}
{{- end }}
{{- end }}
{{- $secrets := dict }}
{{- range $keys }}
{{- $_ := set $secrets (first .) (append (get $secrets (first .) | default list) (last .) | uniq) }}
{{- end }}
{{- $secrets | toJson }}
{{- end }}

{{- /* Under which names the gateway may be asked: the public one, and those of its Service and the web server's. */}}
{{- define "punctual.hosts" -}}
{{- $hosts := concat (compact (list .Values.exposure.host)) .Values.gateway.hosts }}
{{- range $service := list "punctual-webapp" "punctual-gateway" }}
{{- $name := printf "%s.%s" $service $.Release.Namespace }}
{{- $hosts = concat $hosts (list $service $name (printf "%s.svc" $name) (printf "%s.svc.%s" $name $.Values.clusterDomain)) }}
{{- end }}
{{- join "," $hosts }}
{{- end }}

{{- /* Every public address, as peers of a NetworkPolicy. */}}
{{- define "punctual.public" -}}
- ipBlock:
    cidr: 0.0.0.0/0
    except: [10.0.0.0/8, 100.64.0.0/10, 127.0.0.0/8, 169.254.0.0/16, 172.16.0.0/12, 192.168.0.0/16]
- ipBlock:
    cidr: 2000::/3
{{- end }}

{{- define "punctual.rule" -}}
- apiGroups: [""]
  resources: [secrets]
  resourceNames: {{ . | toJson }}
  verbs: [get]
{{- end }}

{{- define "punctual.bound" -}}
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: Role
  name: {{ index . 1 }}
subjects:
  - kind: ServiceAccount
    name: {{ index . 1 }}
    namespace: {{ (index . 0).Release.Namespace }}
{{- end }}
