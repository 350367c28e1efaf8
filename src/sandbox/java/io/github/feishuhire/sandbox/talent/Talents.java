package io.github.feishuhire.sandbox.talent;

import io.github.feishuhire.sandbox.http.ErrorCode;
import io.github.feishuhire.sandbox.http.Ids;
import io.github.feishuhire.sandbox.http.Refusal;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The talent pool. */
public final class Talents {

  private final Ids ids;
  private final Map<String, Talent> byId = new LinkedHashMap<>();
  private final Map<String, String> byIdentity = new LinkedHashMap<>();

  public Talents(Ids ids) {
    this.ids = ids;
  }

  /**
   * Who this is; somebody new where the identity is not known yet.
   *
   * @param identity by which a talent is the same as another
   * @param contact what is known of them beside
   */
  public synchronized Talent recognise(String identity, Contact contact) {
    String id = byIdentity.computeIfAbsent(identity, ignored -> ids.decimal());
    Talent known = byId.getOrDefault(id, new Talent(id, contact, Set.of()));
    return keep(known.reachedBy(contact));
  }

  /** The talent; refused when there is none. */
  public synchronized Talent require(String id) {
    Talent talent = byId.get(id);
    if (talent == null) {
      // Assumption: the pages that take a talent name no code; the table of all Hire codes has it.
      throw new Refusal(ErrorCode.TALENT_NOT_FOUND);
    }
    return talent;
  }

  public synchronized List<Talent> all() {
    return List.copyOf(byId.values());
  }

  /** Adds tags; refused, and nothing is added, when one of them is there. */
  synchronized void tag(String id, List<Tag> tags) {
    Set<Tag> all = new HashSet<>(require(id).tags());
    tags.forEach(tag -> require(all.add(tag), ErrorCode.TAG_ALREADY_THERE));
    Talent unused = keep(require(id).withTags(all));
  }

  /** Takes tags away; refused, and none is taken away, when one of them is not there. */
  synchronized void untag(String id, List<Tag> tags) {
    Set<Tag> all = new HashSet<>(require(id).tags());
    tags.forEach(tag -> require(all.remove(tag), ErrorCode.TAG_NOT_THERE));
    Talent unused = keep(require(id).withTags(all));
  }

  private static void require(boolean condition, ErrorCode otherwise) {
    if (!condition) {
      throw new Refusal(otherwise);
    }
  }

  private synchronized Talent keep(Talent talent) {
    byId.put(talent.id(), talent);
    return talent;
  }
}
