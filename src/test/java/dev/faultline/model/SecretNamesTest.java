package dev.faultline.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretNamesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DB_PASSWORD",
        "dbPassword",
        "db-password",
        "db.password",
        "password",
        "PASSWORDS",
        "PGPASSWORD",
        "mysqlrootpassword",
        "MYSQL_PWD",
        "DB_PASS",
        "passphrase",
        "apiKey",
        "API_KEY",
        "apikey",
        "APIKey",
        "x-api-key",
        "API_KEY_PROD",
        "API_KEY_2",
        "AWS_SECRET_ACCESS_KEY",
        "AWS_ACCESS_KEY_ID",
        "CLIENT_SECRET",
        "clientSecret",
        "PRIVATE_KEY",
        "private-key",
        "tls.key",
        "SIGNING_KEY",
        "KEY",
        "key",
        "keys",
        "auth token",
        "authToken",
        "AUTH_TOKEN",
        "accesstoken",
        "GITHUB_TOKEN",
        "token",
        "CREDENTIALS",
        "GOOGLE_APPLICATION_CREDENTIALS",
        "SECRET_KEY_BASE",
        "client-key-data",
        "Authorization",
        "session-cookie",
        "REDIS_AUTH",
        "PASSWORD_SALT",
        "SECRET_ID",
        "TOKEN_BASE64",
        "passwordHash",
        "JWT",
        "--db-password",
        "spring.datasource.password",
        "credentials.db",
        "OAuth2Token",
        "passwort"
      })
  void aNameThatSpeaksOfASecretIsOne(String name) {
    assertThat(Redaction.isSecretName(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "KEYBOARD",
        "MONKEY",
        "TURKEY_HOST",
        "TOKENIZER_MODEL",
        "KEYCLOAK_URL",
        "secretName",
        "secretKeyRef",
        "secretRef",
        "tokenExpirationSeconds",
        "TOKEN_URL",
        "PASSWORD_FILE",
        "passwordPolicy",
        "publicKey",
        "PUBLIC_KEY",
        "partitionKey",
        "topologyKey",
        "routing-key",
        "KEY_PREFIX",
        "key.serializer",
        "kmsKeyId",
        "MAX_TOKENS",
        "max-tokens",
        "COMPASS",
        "BYPASS",
        "PASS_THROUGH",
        "DB_HOST",
        "LOG_LEVEL",
        "AUTHOR",
        "auth",
        "AUTH_MODE",
        "checksum/secret",
        "TOKEN_SERVICE_HOST",
        "username",
        "",
        "--",
        "passport",
        "TOKEN_TTL",
        "secretsEnabled",
        "path",
        "image",
        "data",
        "1",
        "PIN"
      })
  void aNameThatOnlyLooksLikeOneIsNone(String name) {
    assertThat(Redaction.isSecretName(name)).isFalse();
  }

  @org.junit.jupiter.api.Test
  void theEndOfAVeryLongNameDecides() {
    assertThat(Redaction.isSecretName("a_".repeat(100_000) + "PASSWORD")).isTrue();
    assertThat(Redaction.isSecretName("a_".repeat(100_000) + "NAME")).isFalse();
  }
}
