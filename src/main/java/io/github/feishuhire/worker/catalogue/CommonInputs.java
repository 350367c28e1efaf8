package io.github.feishuhire.worker.catalogue;

/** The inputs that several operations take. */
public final class CommonInputs {

  public static final Input WEBSITE_ID =
      Input.entry("website_id", Form.ID, "7047318856652261676")
          .blamedFor(ErrorCode.WEBSITE_NOT_FOUND);

  public static final Input JOB_POST_ID =
      Input.entry("job_post_id", Form.ID, "6960663240925956636")
          .in(Group.DELIVERY)
          .blamedFor(ErrorCode.JOB_POST_NOT_FOUND);

  /** The result of Create Site User. */
  public static final Input USER_ID =
      Input.entry("user_id", Form.ID, "6960663240925956634")
          .preset("=user_id")
          .blamedFor(ErrorCode.WEBSITE_USER_NOT_FOUND);

  public static final Input CHANNEL_ID =
      Input.entry("channel_id", Form.ID, "6891560630172518670")
          .in(Group.DELIVERY)
          .toggled("withChannel");

  public static final Input PREFERRED_CITIES =
      Input.entry("application_preferred_city_code_list", Form.CODE, "CT_100121")
          .in(Group.DELIVERY)
          .toggled("withPreferredCity")
          .blamedFor(ErrorCode.CITY_NOT_FOUND);

  /** The result of Submit Website Delivery. */
  public static final Input TASK_ID =
      Input.entry("task_id", Form.ID, "f1c2a0f138ec492d99d7ab73594158ad")
          .in(Group.DELIVERY)
          .preset("=task_id")
          .blamedFor(ErrorCode.TASK_NOT_FOUND);

  /** Most often a member of the result of Await Delivery Result. */
  public static final Input APPLICATION_ID =
      Input.entry("application_id", Form.ID, "6960663240925956657")
          .in(Group.APPLICATION)
          .preset("=delivery_result.application_id")
          .blamedFor(ErrorCode.APPLICATION_NOT_FOUND);

  /** Most often a member of the result of Await Delivery Result. */
  public static final Input TALENT_ID =
      Input.entry("talent_id", Form.ID, "7095600054216542508")
          .preset("=delivery_result.talent_id")
          .blamedFor(ErrorCode.TALENT_NOT_FOUND);

  public static final Input MOBILE =
      Input.entry("mobile", Form.MOBILE, "13800138000")
          .toggled("withMobile")
          .blamedFor(ErrorCode.INVALID_MOBILE);

  public static final Input EMAIL =
      Input.entry("email", Form.EMAIL, "zhangmin@163.com").toggled("withEmail");

  private CommonInputs() {}
}
