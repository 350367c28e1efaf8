package io.github.feishuhire.command.templates;

import java.util.List;

/** What the tenant has set up. */
record Tenant(List<Site> sites, List<Option> cities) {

  Tenant {
    sites = List.copyOf(sites);
    cities = List.copyOf(cities);
  }
}
