{{- /* What pods have in common. */}}

{{- /*
The sidecar of an app, as annotations: dict "root" $ and
  appId, config   Dapr's id, and the Configuration (none: a Job before there is one)
  appPort         where Dapr calls the app; none: nowhere
  native          whether the sidecar starts before the app and ends after it
  scheduler       whether it is connected to Dapr's scheduler
*/}}
{{- define "punctual.sidecar" -}}
{{- $sidecar := .root.Values.sidecar -}}
dapr.io/enabled: "true"
dapr.io/app-id: {{ .appId }}
{{- with .config }}
dapr.io/config: {{ . }}
{{- end }}
{{- with .appPort }}
dapr.io/app-port: {{ . | quote }}
dapr.io/app-token-secret: punctual-dapr-app
{{- end }}
dapr.io/api-token-secret: punctual-dapr-api
{{- if .native }}
dapr.io/enable-native-sidecar: "true"
{{- end }}
# Nobody has actors.
dapr.io/placement-host-address: ""
{{- if not .scheduler }}
# A sidecar that began while its scheduler was away would never be ready; only the gateway has jobs.
dapr.io/scheduler-host-address: ""
{{- end }}
{{- if .config }}
dapr.io/disable-builtin-k8s-secret-store: "true"
{{- end }}
# The cluster's API is the sidecar's: the app has no token for it. Even who may read no Secret loads the store.
dapr.io/volume-mounts: cluster-api:/var/run/secrets/kubernetes.io/serviceaccount
dapr.io/log-as-json: "true"
dapr.io/log-level: {{ $sidecar.logLevel }}
dapr.io/graceful-shutdown-seconds: "5"
dapr.io/sidecar-readiness-probe-delay-seconds: "0"
dapr.io/sidecar-seccomp-profile-type: RuntimeDefault
dapr.io/sidecar-cpu-request: {{ $sidecar.resources.requests.cpu | quote }}
dapr.io/sidecar-memory-request: {{ $sidecar.resources.requests.memory | quote }}
dapr.io/sidecar-cpu-limit: {{ $sidecar.resources.limits.cpu | quote }}
dapr.io/sidecar-memory-limit: {{ $sidecar.resources.limits.memory | quote }}
{{- end }}

{{- /* Of a pod: (list $ "punctual-gateway"), the ServiceAccount's name. */}}
{{- define "punctual.pod" -}}
{{- $root := index . 0 -}}
serviceAccountName: {{ index . 1 }}
automountServiceAccountToken: false
# A Service named punctual-gateway would set PUNCTUAL_GATEWAY_PORT.
enableServiceLinks: false
{{- with $root.Values.image.pullSecrets }}
imagePullSecrets:
  {{- range . }}
  - name: {{ . }}
  {{- end }}
{{- end }}
securityContext:
  # As whom, the image says.
  runAsNonRoot: true
  fsGroup: 65532
  seccompProfile:
    type: RuntimeDefault
{{- end }}

{{- define "punctual.container" -}}
imagePullPolicy: {{ .Values.image.pullPolicy }}
securityContext:
  allowPrivilegeEscalation: false
  readOnlyRootFilesystem: true
  capabilities:
    drop: [ALL]
{{- end }}

{{- define "punctual.spread" -}}
topologySpreadConstraints:
  {{- range list "kubernetes.io/hostname" "topology.kubernetes.io/zone" }}
  - maxSkew: 1
    topologyKey: {{ . }}
    whenUnsatisfiable: ScheduleAnyway
    labelSelector:
      matchLabels: {{- include "punctual.selector" $ | nindent 8 }}
  {{- end }}
{{- end }}

{{- /* Where the data is, for every program of ours. */}}
{{- define "punctual.environment" -}}
{{- $kafka := include "punctual.kafka" . | fromJson -}}
{{- $postgres := include "punctual.postgres" . | fromJson -}}
- name: PUNCTUAL_ADAPTERS
  value: dapr
- name: DAPR_API_TOKEN
  valueFrom:
    secretKeyRef: {name: punctual-dapr-api, key: token}
- name: PUNCTUAL_DATABASE_URL
  value: {{ include "punctual.databaseUrl" $postgres | quote }}
- name: PUNCTUAL_DATABASE_USER
  value: {{ $postgres.user | quote }}
- name: PUNCTUAL_SECRET_REF_DATABASE_PASSWORD
  value: {{ printf "%s/%s" $postgres.passwordSecret.name $postgres.passwordSecret.key }}
- name: PUNCTUAL_KAFKA_BOOTSTRAP_SERVERS
  value: {{ $kafka.brokers | quote }}
{{- if eq $kafka.authType "password" }}
- name: PUNCTUAL_KAFKA_PROTOCOL
  value: {{ ternary "SASL_SSL" "SASL_PLAINTEXT" $kafka.tls }}
- name: PUNCTUAL_KAFKA_SASL_MECHANISM
  value: {{ get (dict "PLAINTEXT" "PLAIN" "SHA-256" "SCRAM-SHA-256" "SHA-512" "SCRAM-SHA-512") $kafka.saslMechanism }}
- name: PUNCTUAL_KAFKA_USER
  value: {{ $kafka.user | quote }}
- name: PUNCTUAL_SECRET_REF_KAFKA_PASSWORD
  value: {{ printf "%s/%s" $kafka.passwordSecret.name $kafka.passwordSecret.key }}
{{- if include "punctual.hasAuthority" . }}
- name: PUNCTUAL_KAFKA_AUTHORITY_FILE
  value: /etc/punctual/kafka/ca.crt
{{- end }}
{{- end }}
{{- with .Values.global.tracing.endpoint }}
- name: OTEL_EXPORTER_OTLP_ENDPOINT
  value: {{ . | quote }}
{{- end }}
{{- end }}

{{- /* By what people are reached: the gateway offers it, the functions send. */}}
{{- define "punctual.channels" -}}
{{- $channels := .Values.global.channels -}}
{{- with $channels.networks }}
- name: PUNCTUAL_CHANNEL_NETWORKS
  value: {{ join "," . | quote }}
{{- end }}
{{- with $channels.mail }}
{{- if .host }}
- name: PUNCTUAL_SMTP_HOST
  value: {{ .host | quote }}
- name: PUNCTUAL_SMTP_PORT
  value: {{ int .port | quote }}
- name: PUNCTUAL_SMTP_TLS
  value: {{ .tls }}
- name: PUNCTUAL_SMTP_FROM
  value: {{ .from | quote }}
{{- if .user }}
- name: PUNCTUAL_SMTP_USER
  value: {{ .user | quote }}
{{- end }}
{{- end }}
{{- end }}
{{- with $channels.push }}
{{- if .publicKey }}
- name: PUNCTUAL_VAPID_PUBLIC_KEY
  value: {{ .publicKey | quote }}
- name: PUNCTUAL_VAPID_SUBJECT
  value: {{ .subject | quote }}
{{- end }}
{{- end }}
{{- end }}

{{- /* Where a function finds what it is let in with. */}}
{{- define "punctual.channelSecrets" -}}
{{- with .Values.global.channels.mail }}
{{- if and .host .user }}
- name: PUNCTUAL_SECRET_REF_SMTP_PASSWORD
  value: {{ printf "%s/%s" .passwordSecret.name .passwordSecret.key }}
{{- end }}
{{- end }}
{{- with .Values.global.channels.push }}
{{- if .publicKey }}
- name: PUNCTUAL_SECRET_REF_VAPID_PRIVATE_KEY
  value: {{ printf "%s/%s" .privateKeySecret.name .privateKeySecret.key }}
{{- end }}
{{- end }}
{{- end }}

{{- define "punctual.databaseUrl" -}}
jdbc:postgresql://{{ .host }}:{{ int .port }}/{{ .database }}?sslmode={{ .sslMode }}
{{- /* Checked against the authorities that the JDK trusts, not a file in somebody's home. */}}
{{- if hasPrefix "verify-" .sslMode }}&sslfactory=org.postgresql.ssl.DefaultJavaSSLFactory{{ end }}
{{- end }}

{{- define "punctual.management" -}}
- name: PUNCTUAL_MANAGEMENT_HOST
  value: 0.0.0.0
- name: PUNCTUAL_MANAGEMENT_PORT
  value: "8081"
{{- end }}

{{- define "punctual.hasAuthority" -}}
{{- $kafka := include "punctual.kafka" . | fromJson -}}
{{- if and (eq $kafka.authType "password") $kafka.tls $kafka.authoritySecret.name }}true{{ end }}
{{- end }}

{{- define "punctual.volumeMounts" -}}
- name: tmp
  mountPath: /tmp
{{- if include "punctual.hasAuthority" . }}
- name: kafka-authority
  mountPath: /etc/punctual/kafka
  readOnly: true
{{- end }}
{{- end }}

{{- define "punctual.volumes" -}}
- name: tmp
  # Two files to import at once, compressed.
  emptyDir: {sizeLimit: 160Mi}
{{- include "punctual.clusterApi" . | nindent 0 }}
{{- if include "punctual.hasAuthority" . }}
{{- $kafka := include "punctual.kafka" . | fromJson }}
- name: kafka-authority
  secret:
    secretName: {{ $kafka.authoritySecret.name }}
    items: [{key: {{ $kafka.authoritySecret.key }}, path: ca.crt}]
{{- end }}
{{- end }}

{{- /* What the kubelet would mount into every container; here it is the sidecar's alone. */}}
{{- define "punctual.clusterApi" -}}
- name: cluster-api
  projected:
    sources:
      - serviceAccountToken: {path: token, expirationSeconds: 3607}
      - configMap:
          name: kube-root-ca.crt
          items: [{key: ca.crt, path: ca.crt}]
      - downwardAPI:
          items: [{path: namespace, fieldRef: {apiVersion: v1, fieldPath: metadata.namespace}}]
{{- end }}

{{- define "punctual.probes" -}}
startupProbe:
  httpGet: {path: /health/live, port: management}
  periodSeconds: 1
  failureThreshold: {{ . }}
livenessProbe:
  httpGet: {path: /health/live, port: management}
  periodSeconds: 10
  timeoutSeconds: 3
  failureThreshold: 3
readinessProbe:
  httpGet: {path: /health/ready, port: management}
  periodSeconds: 2
  timeoutSeconds: 3
  failureThreshold: 3
{{- end }}
