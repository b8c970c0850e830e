# The gateway: docker build -f infra/images/gateway.Dockerfile .
ARG JDK=docker.io/library/eclipse-temurin:25.0.3_9-jdk-noble

# The same steps for every function and the gateway: they are run once.
FROM ${JDK} AS build
RUN apt-get update \
  && apt-get install --yes --no-install-recommends maven \
  && rm -rf /var/lib/apt/lists/* \
  && useradd --create-home --uid 10001 build
USER build
WORKDIR /home/build/punctual
COPY --chown=build:build . .
RUN --mount=type=cache,target=/home/build/.m2,uid=10001,gid=10001 ./punctual train
RUN infra/images/base-files target/runtime/function target/base/function \
  && infra/images/base-files target/runtime/gateway target/base/gateway

FROM scratch
# What changes least comes first.
COPY --from=build /home/build/punctual/target/base/gateway/ /
COPY --from=build /home/build/punctual/target/runtime/gateway/ /opt/java/
COPY --from=build /home/build/punctual/gateway/target/app/lib/ /app/lib/
COPY --from=build /home/build/punctual/gateway/target/app/own/ /app/own/
COPY --from=build /home/build/punctual/gateway/target/app/app.aot \
  /home/build/punctual/gateway/target/app/build \
  /home/build/punctual/gateway/target/app/options \
  /home/build/punctual/gateway/target/app/sbom.json /app/
WORKDIR /app
USER 65532:65532
EXPOSE 8080
# A command follows as arguments: migrate, dead-letters list ...
ENTRYPOINT ["/opt/java/bin/java", "@options"]
