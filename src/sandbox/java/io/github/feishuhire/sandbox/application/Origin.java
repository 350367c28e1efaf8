package io.github.feishuhire.sandbox.application;

import io.github.feishuhire.sandbox.channel.Channel;
import io.github.feishuhire.sandbox.website.Location;
import io.github.feishuhire.sandbox.website.Website;
import java.util.List;
import java.util.Optional;

/** By which career site somebody applied, and where they want to work. */
public record Origin(Website website, Optional<Channel> channel, List<Location> cities) {

  public Origin {
    cities = List.copyOf(cities);
  }
}
