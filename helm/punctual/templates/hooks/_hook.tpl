{{- /* Runs before the rest of an installation or an upgrade; gone when all went well. */}}
{{- define "punctual.hook" -}}
annotations:
  helm.sh/hook: pre-install,pre-upgrade
  helm.sh/hook-weight: {{ . | quote }}
  helm.sh/hook-delete-policy: before-hook-creation,hook-succeeded
  # Helm shows what it said: what the broker lacks, or why it failed.
  helm.sh/hook-output-log-policy: hook-succeeded,hook-failed
{{- end }}

{{- /* A Job that runs one command of the gateway: dict "root" $ "name" "migrate" "weight" 0 "env" list. */}}
{{- define "punctual.job" -}}
{{- $root := .root -}}
apiVersion: batch/v1
kind: Job
metadata:
  {{- include "punctual.metadata" (list $root (printf "punctual-%s" .name) .name) | nindent 2 }}
  {{- include "punctual.hook" .weight | nindent 2 }}
spec:
  backoffLimit: {{ $root.Values.hooks.backoffLimit }}
  activeDeadlineSeconds: {{ $root.Values.hooks.activeDeadlineSeconds }}
  ttlSecondsAfterFinished: 86400
  template:
    metadata:
      labels:
        {{- include "punctual.selector" (list $root .name) | nindent 8 }}
        app.kubernetes.io/part-of: punctual
        punctual.dev/hook: "true"
      annotations:
        # Native, so that it ends with the command. No Configuration: at the first installation there is none yet,
        # and secrets come out of the store that Dapr has by itself.
        {{- include "punctual.sidecar" (dict "root" $root "appId" (printf "punctual-%s" .name) "native" true) | nindent 8 }}
    spec:
      restartPolicy: Never
      {{- include "punctual.pod" (list $root "punctual-hook") | nindent 6 }}
      containers:
        - name: {{ .name }}
          image: {{ include "punctual.image" (list $root "gateway") }}
          args: [{{ .name }}]
          {{- include "punctual.container" $root | nindent 10 }}
          env:
            {{- include "punctual.environment" $root | nindent 12 }}
            - name: PUNCTUAL_SECRET_STORE
              value: kubernetes
            {{- range $key, $value := .env }}
            - name: {{ $key }}
              value: {{ $value | quote }}
            {{- end }}
          resources: {{- toYaml $root.Values.hooks.resources | nindent 12 }}
          volumeMounts:
            {{- include "punctual.volumeMounts" $root | nindent 12 }}
      volumes:
        {{- include "punctual.volumes" $root | nindent 8 }}
{{- end }}
