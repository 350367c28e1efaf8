package io.github.feishuhire.sandbox.talent;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.feishuhire.sandbox.http.Call;
import io.github.feishuhire.sandbox.http.ErrorCode;
import io.github.feishuhire.sandbox.http.Fields;
import io.github.feishuhire.sandbox.http.Refusal;
import io.github.feishuhire.sandbox.http.Reply;
import io.github.feishuhire.sandbox.http.Rules;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Finds talents by mobile number, e-mail and identification; whoever is found meets every criterion
 * that is given. Assumption: without any criterion nobody is found.
 */
public final class TalentIdRules implements Rules {

  private static final String NUMBER = "\\d{3,15}";

  private final Talents talents;
  private final Predicate<String> onboarded;

  /**
   * Among all talents.
   *
   * @param onboarded whether a talent has joined
   */
  public TalentIdRules(Talents talents, Predicate<String> onboarded) {
    this.talents = talents;
    this.onboarded = onboarded;
  }

  @Override
  public Reply answer(Call call) {
    Criteria criteria = Criteria.of(call.fields());
    ObjectNode data = Reply.object();
    data.putArray("talent_list")
        .addAll(
            talents.all().stream()
                .filter(talent -> criteria.meets(talent.contact()))
                .map(talent -> tree(talent, criteria))
                .toList());
    return Reply.success(data);
  }

  private ObjectNode tree(Talent talent, Criteria criteria) {
    Contact contact = talent.contact();
    ObjectNode tree = Reply.object().put("talent_id", talent.id());
    if (!criteria.mobiles().isEmpty()) {
      contact.mobileCode().ifPresent(code -> tree.put("mobile_code", code));
      contact.mobileNumber().ifPresent(number -> tree.put("mobile_number", number));
    }
    if (!criteria.emails().isEmpty()) {
      contact.email().ifPresent(email -> tree.put("email", email));
    }
    if (!criteria.identifications().isEmpty()) {
      contact.identificationType().ifPresent(type -> tree.put("identification_type", type));
      contact.identificationNumber().ifPresent(number -> tree.put("identification_number", number));
    }
    return tree.put("is_onboarded", onboarded.test(talent.id()));
  }

  private record Criteria(
      String mobileCode,
      Set<String> mobiles,
      Set<String> emails,
      Optional<Integer> identificationType,
      Set<String> identifications) {

    static Criteria of(Fields fields) {
      String code = fields.text("mobile_code").orElse(Contact.USUAL_CODE);
      Set<String> mobiles = Set.copyOf(fields.texts("mobile_number_list"));
      if (!code.matches("\\d{1,4}") || !mobiles.stream().allMatch(one -> one.matches(NUMBER))) {
        throw new Refusal(ErrorCode.MOBILE_INVALID);
      }
      Optional<Integer> type = fields.integer("identification_type");
      List<String> identifications = fields.texts("identification_number_list");
      if (!identifications.isEmpty() && type.isEmpty()) {
        throw fields.refused("identification_type", "is required with a number");
      }
      return new Criteria(
          code, mobiles, Set.copyOf(fields.texts("email_list")), type, Set.copyOf(identifications));
    }

    boolean meets(Contact contact) {
      boolean any = !mobiles.isEmpty() || !emails.isEmpty() || !identifications.isEmpty();
      return any && meetsMobile(contact) && meetsEmail(contact) && meetsIdentification(contact);
    }

    private boolean meetsMobile(Contact contact) {
      return mobiles.isEmpty()
          || (contact.mobileCode().filter(mobileCode::equals).isPresent()
              && contact.mobileNumber().filter(mobiles::contains).isPresent());
    }

    private boolean meetsEmail(Contact contact) {
      return emails.isEmpty() || contact.email().filter(emails::contains).isPresent();
    }

    private boolean meetsIdentification(Contact contact) {
      return identifications.isEmpty()
          || (contact.identificationType().equals(identificationType)
              && contact.identificationNumber().filter(identifications::contains).isPresent());
    }

    @Override
    public String toString() {
      return "Criteria";
    }
  }
}
