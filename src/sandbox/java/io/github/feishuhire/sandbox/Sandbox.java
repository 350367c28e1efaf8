package io.github.feishuhire.sandbox;

import com.sun.net.httpserver.HttpServer;
import io.github.feishuhire.sandbox.application.Applications;
import io.github.feishuhire.sandbox.application.Recruiter;
import io.github.feishuhire.sandbox.attachment.Attachment;
import io.github.feishuhire.sandbox.attachment.AttachmentRules;
import io.github.feishuhire.sandbox.attachment.Attachments;
import io.github.feishuhire.sandbox.attachment.PreviewRules;
import io.github.feishuhire.sandbox.channel.Channel;
import io.github.feishuhire.sandbox.channel.ChannelRules;
import io.github.feishuhire.sandbox.channel.Channels;
import io.github.feishuhire.sandbox.channel.CreateChannelRules;
import io.github.feishuhire.sandbox.control.ControlHandler;
import io.github.feishuhire.sandbox.delivery.Application;
import io.github.feishuhire.sandbox.delivery.Deliveries;
import io.github.feishuhire.sandbox.delivery.SubmitResumeRules;
import io.github.feishuhire.sandbox.delivery.SubmitRules;
import io.github.feishuhire.sandbox.delivery.Task;
import io.github.feishuhire.sandbox.delivery.TaskRules;
import io.github.feishuhire.sandbox.fault.Fault;
import io.github.feishuhire.sandbox.fault.FaultScript;
import io.github.feishuhire.sandbox.gateway.Admission;
import io.github.feishuhire.sandbox.gateway.Execution;
import io.github.feishuhire.sandbox.gateway.Gateway;
import io.github.feishuhire.sandbox.gateway.RateLimits;
import io.github.feishuhire.sandbox.gateway.RecordedRequest;
import io.github.feishuhire.sandbox.gateway.RequestLog;
import io.github.feishuhire.sandbox.gateway.ShutdownSignal;
import io.github.feishuhire.sandbox.http.Api;
import io.github.feishuhire.sandbox.http.Ids;
import io.github.feishuhire.sandbox.http.Rules;
import io.github.feishuhire.sandbox.interview.Assessments;
import io.github.feishuhire.sandbox.note.Note;
import io.github.feishuhire.sandbox.offer.Offers;
import io.github.feishuhire.sandbox.siteuser.SiteUser;
import io.github.feishuhire.sandbox.siteuser.SiteUserRules;
import io.github.feishuhire.sandbox.siteuser.SiteUsers;
import io.github.feishuhire.sandbox.talent.Talent;
import io.github.feishuhire.sandbox.token.ScopeRules;
import io.github.feishuhire.sandbox.token.TenantTokens;
import io.github.feishuhire.sandbox.token.TokenRules;
import io.github.feishuhire.sandbox.website.Catalogue;
import io.github.feishuhire.sandbox.website.GetJobPostRules;
import io.github.feishuhire.sandbox.website.JobPostRules;
import io.github.feishuhire.sandbox.website.LocationRules;
import io.github.feishuhire.sandbox.website.WebsiteRules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A stand-in for Feishu Hire on a loopback port, with everything in memory. */
public final class Sandbox implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Sandbox.class);
  private static final byte[] LOOPBACK = {127, 0, 0, 1};
  private static final int BACKLOG = 1024;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final ShutdownSignal shutdown = new ShutdownSignal();
  private final RequestLog requestLog = new RequestLog();
  private final FaultScript script = new FaultScript();
  private final SiteUsers users = new SiteUsers();
  private final Attachments attachments = new Attachments();
  private final Ids ids = new Ids();
  private final Channels channels = new Channels(ids);
  private final Recruiting recruiting;
  private final Deliveries deliveries;
  private final TenantTokens tokens;

  private Sandbox(SandboxSettings settings, HttpServer server) {
    this.server = server;
    InstantSource clock = settings.clock();
    tokens = new TenantTokens(clock, settings.apps());
    recruiting = new Recruiting(ids, clock, (eventType, event) -> {});
    deliveries = new Deliveries(ids, recruiting.talents(), recruiting.applications());
    var limits = new RateLimits(clock, settings.rateLimitFactor());
    var reserved = new ReservedFaults();
    server.createContext(
        "/",
        new Gateway(
            clock,
            requestLog,
            new Admission(tokens, limits),
            new Execution(
                rules(settings),
                call -> script.take(call.api()).or(() -> reserved.of(call)),
                tokens,
                shutdown),
            shutdown));
    server.createContext(ControlHandler.PATH, recruiting.control());
    server.setExecutor(threads);
  }

  private Map<Api, Rules> rules(SandboxSettings settings) {
    InstantSource clock = settings.clock();
    var catalogue = new Catalogue(settings.tenant(), ReservedValues.jobPosts());
    Map<Api, Rules> rules = new EnumMap<>(recruiting.rules());
    rules.putAll(rulesOfDelivery(catalogue, settings.taskDuration(), clock));
    return rules;
  }

  private Map<Api, Rules> rulesOfDelivery(
      Catalogue catalogue, Duration taskDuration, InstantSource clock) {
    return Map.ofEntries(
        Map.entry(Api.TENANT_ACCESS_TOKEN, new TokenRules(tokens)),
        Map.entry(Api.CREATE_ATTACHMENT, new AttachmentRules(attachments, ids)),
        Map.entry(Api.CREATE_SITE_USER, new SiteUserRules(catalogue, users, ids)),
        Map.entry(
            Api.CREATE_BY_ATTACHMENT,
            new SubmitRules(
                catalogue, users, channels, attachments, deliveries, taskDuration, clock)),
        Map.entry(Api.GET_DELIVERY_TASK, new TaskRules(catalogue, deliveries, taskDuration, clock)),
        Map.entry(
            Api.CREATE_BY_RESUME,
            new SubmitResumeRules(catalogue, users, channels, deliveries, ids, clock)),
        Map.entry(Api.LIST_WEBSITES, new WebsiteRules(catalogue)),
        Map.entry(Api.SEARCH_JOB_POSTS, new JobPostRules(catalogue)),
        Map.entry(Api.GET_JOB_POST, new GetJobPostRules(catalogue)),
        Map.entry(Api.LIST_CHANNELS, new ChannelRules(catalogue, channels)),
        Map.entry(Api.CREATE_CHANNEL, new CreateChannelRules(catalogue, channels)),
        Map.entry(Api.QUERY_LOCATIONS, new LocationRules(catalogue)),
        Map.entry(Api.PREVIEW_ATTACHMENT, new PreviewRules()),
        Map.entry(Api.LIST_SCOPES, new ScopeRules(tokens)));
  }

  /** Starts with {@link SandboxSettings#DEFAULT}. */
  public static Sandbox start() {
    return start(SandboxSettings.DEFAULT);
  }

  /** Starts; the caller closes it. */
  public static Sandbox start(SandboxSettings settings) {
    try {
      InetAddress loopback = InetAddress.getByAddress(LOOPBACK);
      var address = new InetSocketAddress(loopback, settings.port());
      var sandbox = new Sandbox(settings, HttpServer.create(address, BACKLOG));
      sandbox.server.start();
      LOG.info(
          "SANDBOX, NOT FEISHU: a stand-in for Feishu Hire listens on {}; nothing leaves this"
              + " machine",
          sandbox.baseUrl());
      return sandbox;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Without a path. */
  public URI baseUrl() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** Disturbs the next call of the API that has a valid token and is within its rate limit. */
  public void next(Api api, Fault fault) {
    next(api, fault, 1);
  }

  /** Disturbs the next so many calls, after those that were ordered before. */
  public void next(Api api, Fault fault, int times) {
    script.add(api, fault, times);
  }

  /** Forgets the faults that no call has met yet. */
  public void clearFaults() {
    script.clear();
  }

  /** From now on the app gets no token, and the tokens it has are refused. */
  public void disableApp(String appId) {
    tokens.disable(appId);
  }

  /** What arrived, in order: the latest 10,000. */
  public List<RecordedRequest> requests() {
    return requestLog.requests();
  }

  /** What arrived for one API, in order. */
  public List<RecordedRequest> requests(Api api) {
    return requests().stream()
        .filter(request -> request.api().filter(api::equals).isPresent())
        .toList();
  }

  public void clearRequests() {
    requestLog.clear();
  }

  public List<Task> tasks() {
    return deliveries.tasks();
  }

  /** An application is here as soon as its delivery was submitted, before its task tells. */
  public List<Application> applications() {
    return deliveries.applications();
  }

  /** What a person does in Feishu itself with an application. */
  public Recruiter recruiter() {
    return recruiting.recruiter();
  }

  /** The store of applications that go through a hiring process. */
  public Applications hiring() {
    return recruiting.applications();
  }

  public Offers offers() {
    return recruiting.offers();
  }

  public Assessments assessments() {
    return recruiting.assessments();
  }

  public List<Talent> talents() {
    return recruiting.talents().all();
  }

  public List<Note> notes() {
    return recruiting.notes().all();
  }

  /** The documentation's example comes first, then what was uploaded. */
  public List<Attachment> attachments() {
    return attachments.all();
  }

  /** The documentation's example comes first, then those that were created. */
  public List<SiteUser> siteUsers() {
    return users.all();
  }

  /** Those that are there from the start come first, then those that were created. */
  public List<Channel> channels() {
    return channels.all();
  }

  /** Breaks every connection; calls that wait for an answer get none. */
  @Override
  public void close() {
    shutdown.begin();
    server.stop(0);
    threads.shutdownNow();
  }
}
