package io.github.feishuhire.event.webhook;

import okio.ByteString;

/**
 * What Feishu sends to a webhook, by its documentation: the key and the first text are the ones
 * there, the rest was encrypted and signed with openssl.
 */
final class Vectors {

  static final String KEY = "test key";
  static final String HELLO_WORLD = "P37w+VZImNgPEO1RBhJ6RtKl7n6zymIbEG1pReEzghk=";
  static final String APP_ID = "cli_9f5343c580712544";
  static final String TOKEN = "rvaYgkND1GOiu5MM0E1rncYC6PLtF7JV";
  static final String CHALLENGE_TOKEN = "xxxxxx";
  static final String TIMESTAMP = "1608725989";
  static final String NONCE = "2ca1d211";
  static final String SIGNATURE =
      "81fb315e9cfdf745d554d2041f01f7862e6b7985ca52978b6f7970867d49c602";

  static final String CHALLENGE =
      "{\"encrypt\":\""
          + "AAECAwQFBgcICQoLDA0ODw9mLTIAZS9jAmGTQ1wAhHp7T0KSqa6xlIO2zHinxKSs1K4/7o0J6jqt"
          + "9tlbOFlHae7/cvXLvNi4ZpCEt5KzcrL1tjJXRzgeOikjXBgef8ne"
          + "\"}";

  static final String EVENT =
      "{\"encrypt\":\""
          + "AAECAwQFBgcICQoLDA0ODzksK1XHDGhxTlKJKwLymcMyd1nZHD+oH9xjSv/KOaKKQZFf++YZbVCH"
          + "z6X8k9iRN/lcS84lDXmZagj4wxZQwNvUKLQ6++TDoH/28s+ilAbGbvpkhgKtt5Bhs9hjQ1Koe0wz"
          + "nfsT+qaIJ8P1e70fEExCT0eECeArPUKoSiuH63q2A18LInU/IBf2KRZgx+/IARsGFjH0OMtuyAUM"
          + "YOvXz8Z1bLtT+c8U9gh09DiWUy9F3DLaadssVivZpuMTnpRQhMjCeSjcB4WrnGBDt2TWNTWLbUYc"
          + "8W/yuSG++kd7hDWSJS3hXVPOCQRhe7hZdIyEzvNWaijpvQ/tSZ71CLh+oMIHOB49sWS3zLAHB/2a"
          + "1GaY+c7A2uv+Uwacv1o0zOagmjLlnyDzPCsVGP+fAenf6XAx9inso9/ajiNXi0aCgQQp+w2ppuAw"
          + "PfIBd8Z7z73ylLjOgFPKPmd2RH1pvd5OZ9OjZFvf3iQhsJ5f77YaT3pkWnKa9/TzK+BW4g61PuC2"
          + "TK15MQ5cKM5+nKZhq8ZQwYA8Y/8hypFABsWqh3b+S3AbV+wWgMkExg4mBelyuvB0+Q=="
          + "\"}";

  static final String PLAIN_EVENT =
      """
      {"schema":"2.0","header":{"event_id":"5e3702a84e847582be8db7fb73283c02",\
      "event_type":"hire.application.stage_changed_v1","create_time":"1608725989000",\
      "token":"rvaYgkND1GOiu5MM0E1rncYC6PLtF7JV","app_id":"cli_9f5343c580712544",\
      "tenant_key":"2ca1d211f64f6438"},"event":{"application_id":"6891470273284114702",\
      "origin_stage_id":"6891470273281123213","target_stage_id":"6891470273281123214",\
      "update_time":1652806656258}}""";

  private Vectors() {}

  /** As Feishu delivers it. */
  static Delivery event() {
    return new Delivery(TIMESTAMP, NONCE, SIGNATURE, ByteString.encodeUtf8(EVENT));
  }

  /** Without a signature, as Feishu asks whether an address is the app's. */
  static Delivery unsigned(String body) {
    return new Delivery("", "", "", ByteString.encodeUtf8(body));
  }
}
