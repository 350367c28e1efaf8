package io.github.feishuhire.sandbox;

import io.github.feishuhire.sandbox.application.ApplicationDetailRules;
import io.github.feishuhire.sandbox.application.Applications;
import io.github.feishuhire.sandbox.application.GetApplicationRules;
import io.github.feishuhire.sandbox.application.JobProcessRules;
import io.github.feishuhire.sandbox.application.ListApplicationRules;
import io.github.feishuhire.sandbox.application.RecoverRules;
import io.github.feishuhire.sandbox.application.Recruiter;
import io.github.feishuhire.sandbox.application.TerminateRules;
import io.github.feishuhire.sandbox.application.TerminationReasonRules;
import io.github.feishuhire.sandbox.application.TransferStageRules;
import io.github.feishuhire.sandbox.control.ControlHandler;
import io.github.feishuhire.sandbox.control.Desk;
import io.github.feishuhire.sandbox.event.EventFeed;
import io.github.feishuhire.sandbox.http.Api;
import io.github.feishuhire.sandbox.http.Ids;
import io.github.feishuhire.sandbox.http.Rules;
import io.github.feishuhire.sandbox.interview.Assessments;
import io.github.feishuhire.sandbox.interview.EvaluationRules;
import io.github.feishuhire.sandbox.interview.InterviewRules;
import io.github.feishuhire.sandbox.note.GetNoteRules;
import io.github.feishuhire.sandbox.note.NoteRules;
import io.github.feishuhire.sandbox.note.Notes;
import io.github.feishuhire.sandbox.offer.ApplicationOfferRules;
import io.github.feishuhire.sandbox.offer.GetOfferRules;
import io.github.feishuhire.sandbox.offer.Offers;
import io.github.feishuhire.sandbox.talent.TagRules;
import io.github.feishuhire.sandbox.talent.TalentIdRules;
import io.github.feishuhire.sandbox.talent.TalentTagRules;
import io.github.feishuhire.sandbox.talent.Talents;
import java.time.InstantSource;
import java.util.Map;

/** What comes after a delivery: stores and rules. */
final class Recruiting {

  private final Ids ids;
  private final InstantSource clock;
  private final Talents talents;
  private final Applications applications;
  private final Offers offers;
  private final Assessments assessments;
  private final Notes notes = new Notes();

  Recruiting(Ids ids, InstantSource clock, EventFeed feed) {
    this.ids = ids;
    this.clock = clock;
    talents = new Talents(ids);
    applications = new Applications(ids, clock, talents, feed);
    offers = new Offers(ids, clock, feed);
    assessments = new Assessments(ids, clock);
  }

  Talents talents() {
    return talents;
  }

  Applications applications() {
    return applications;
  }

  Offers offers() {
    return offers;
  }

  Assessments assessments() {
    return assessments;
  }

  Notes notes() {
    return notes;
  }

  Recruiter recruiter() {
    return new Recruiter(applications, clock);
  }

  ControlHandler control() {
    return new ControlHandler(new Desk(applications, recruiter(), offers, assessments));
  }

  Map<Api, Rules> rules() {
    return Map.ofEntries(
        Map.entry(Api.GET_TALENT_IDS, new TalentIdRules(talents, applications::isOnboarded)),
        Map.entry(Api.LIST_APPLICATIONS, new ListApplicationRules(applications)),
        Map.entry(Api.GET_APPLICATION, new GetApplicationRules(applications)),
        Map.entry(Api.GET_APPLICATION_DETAIL, new ApplicationDetailRules(applications)),
        Map.entry(Api.TRANSFER_STAGE, new TransferStageRules(applications, clock)),
        Map.entry(Api.TERMINATE_APPLICATION, new TerminateRules(applications, clock)),
        Map.entry(Api.RECOVER_APPLICATION, new RecoverRules(applications, clock)),
        Map.entry(Api.LIST_TERMINATION_REASONS, new TerminationReasonRules()),
        Map.entry(Api.LIST_JOB_PROCESSES, new JobProcessRules()),
        Map.entry(Api.LIST_INTERVIEWS, new InterviewRules(assessments)),
        Map.entry(Api.LIST_EVALUATIONS, new EvaluationRules(assessments)),
        Map.entry(Api.GET_APPLICATION_OFFER, new ApplicationOfferRules(applications, offers)),
        Map.entry(Api.GET_OFFER, new GetOfferRules(offers)),
        Map.entry(Api.TAG_TALENT, new TagRules(talents)),
        Map.entry(Api.LIST_TALENT_TAGS, new TalentTagRules()),
        Map.entry(Api.GET_NOTE, new GetNoteRules(notes)),
        Map.entry(Api.CREATE_NOTE, new NoteRules(talents, applications, notes, ids, clock)));
  }
}
