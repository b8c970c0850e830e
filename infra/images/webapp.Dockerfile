# The web app on nginx: docker build -f infra/images/webapp.Dockerfile .
ARG JDK=docker.io/library/eclipse-temurin:25.0.3_9-jdk-noble
ARG NODE=docker.io/library/node:20.20.2-bookworm-slim
ARG NGINX=docker.io/nginxinc/nginx-unprivileged:1.29.4-alpine

# The gateway's own OpenAPI document, from which the web app's types come.
FROM ${JDK} AS document
RUN apt-get update \
  && apt-get install --yes --no-install-recommends maven \
  && rm -rf /var/lib/apt/lists/* \
  && useradd --create-home --uid 10001 build
USER build
WORKDIR /home/build/punctual
COPY --chown=build:build . .
RUN --mount=type=cache,target=/home/build/.m2,uid=10001,gid=10001 \
  mvn -B -q -pl gateway -am -Dspotless.check.skip=true test-compile

FROM ${NODE} AS build
USER node
WORKDIR /home/node/webapp
COPY --chown=node:node webapp/package.json webapp/package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY --chown=node:node webapp/ ./
COPY --from=document /home/build/punctual/gateway/target/classes/META-INF/swagger/punctual.yml /tmp/
RUN OPENAPI=/tmp/punctual.yml npm run build \
  && npm sbom --sbom-format cyclonedx --omit dev >dist-sbom.json

FROM ${NGINX}
COPY infra/images/webapp/nginx-start infra/images/webapp/nginx.conf.template /opt/webapp/
COPY --from=build /home/node/webapp/dist/ /usr/share/nginx/html/
COPY --from=build /home/node/webapp/dist-sbom.json /opt/webapp/sbom.json
USER 101:101
EXPOSE 8080
ENTRYPOINT ["/bin/sh", "/opt/webapp/nginx-start"]
