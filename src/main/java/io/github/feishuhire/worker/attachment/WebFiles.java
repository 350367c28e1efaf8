package io.github.feishuhire.worker.attachment;

import io.github.feishuhire.download.Download;
import io.github.feishuhire.download.DownloadException;
import io.github.feishuhire.download.Downloads;
import io.github.feishuhire.worker.input.InvalidInputException;
import io.github.feishuhire.worker.input.InvalidInputException.Problem;
import io.github.feishuhire.worker.outcome.SourceTrouble;
import java.util.Map;

/** Files on the web servers that the connector's settings name; by default there are none. */
public final class WebFiles {

  private final Downloads downloads;

  public WebFiles(Downloads downloads) {
    this.downloads = downloads;
  }

  /**
   * The file, whose bytes are fetched while they are read. Nothing but the address is sent.
   *
   * @throws InvalidInputException when it may not be fetched or is not there
   * @throws SourceException when it cannot be known
   */
  Download open(Resume.Url url) {
    try {
      return downloads.open(url.address(), Map.of());
    } catch (DownloadException e) {
      throw switch (e.reason()) {
        case NOT_ALLOWED -> refused(Problem.RESUME_URL_NOT_ALLOWED);
        case REDIRECTED, REFUSED -> refused(Problem.RESUME_URL_REFUSED);
        case UNREACHABLE, UNAVAILABLE -> new SourceException(SourceTrouble.URL_UNAVAILABLE);
      };
    }
  }

  private static InvalidInputException refused(Problem problem) {
    return new InvalidInputException(Resume.VARIABLE, problem);
  }
}
