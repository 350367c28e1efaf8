package io.github.feishuhire.faults.engine;

import com.google.protobuf.InvalidProtocolBufferException;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ActivateJobsRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ActivateJobsResponse;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ActivatedJob;
import java.util.List;

/**
 * Keeps rows apart that run at the same time on one broker: the workers of a lane ask for the types
 * of jobs they always ask for, and get those of the lane's own processes.
 *
 * @param prefix of the lane's types of jobs at the broker; empty on the main one
 */
public record Lane(String prefix) {

  public static final Lane MAIN = new Lane("");

  byte[] entering(byte[] request) {
    try {
      ActivateJobsRequest asked = ActivateJobsRequest.parseFrom(request);
      return asked.toBuilder().setType(prefix + asked.getType()).build().toByteArray();
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException(e);
    }
  }

  byte[] leaving(byte[] reply) {
    try {
      ActivateJobsResponse jobs = ActivateJobsResponse.parseFrom(reply);
      List<ActivatedJob> renamed =
          jobs.getJobsList().stream()
              .map(job -> job.toBuilder().setType(job.getType().substring(prefix.length())).build())
              .toList();
      return jobs.toBuilder().clearJobs().addAllJobs(renamed).build().toByteArray();
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException(e);
    }
  }
}
