{{- /*
A Secret that is made once and never touched again: (list $ "punctual-signing" "key"). It is a hook, so that it is there
before the Jobs, and so that neither an upgrade nor a rollback nor an uninstallation takes it away.
*/}}
{{- define "punctual.generated" -}}
{{- $root := index . 0 }}
{{- $name := index . 1 }}
{{- if and $root.Values.secrets.generate (not (lookup "v1" "Secret" $root.Release.Namespace $name)) }}
apiVersion: v1
kind: Secret
metadata:
  {{- include "punctual.metadata" (list $root $name "secret") | nindent 2 }}
  annotations:
    helm.sh/hook: pre-install,pre-upgrade
    helm.sh/hook-weight: "-20"
    helm.sh/hook-delete-policy: hook-failed
    helm.sh/resource-policy: keep
type: Opaque
data:
  {{ index . 2 }}: {{ randAlphaNum 64 | b64enc }}
{{- end }}
{{- end }}
