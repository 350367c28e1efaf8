package io.github.feishuhire.command.templates;

import java.util.List;

/** A career site, and what can be chosen once it is. */
record Site(Option website, List<Option> jobPosts, List<Option> channels) {

  Site {
    jobPosts = List.copyOf(jobPosts);
    channels = List.copyOf(channels);
  }
}
