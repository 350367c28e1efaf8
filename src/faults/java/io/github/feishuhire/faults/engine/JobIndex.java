package io.github.feishuhire.faults.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.protobuf.InvalidProtocolBufferException;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ActivateJobsResponse;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ActivatedJob;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.CompleteJobRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.FailJobRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.SetVariablesRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ThrowErrorRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.UpdateJobTimeoutRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Whose job it is, learnt from the jobs that were handed out. */
final class JobIndex {

  private static final ObjectMapper MAPPER = DeepJson.mapper();

  private final Map<Long, String> byKey = new ConcurrentHashMap<>();

  /** The candidates of the jobs in a reply. */
  List<String> learn(byte[] reply) {
    try {
      List<String> candidates = new ArrayList<>();
      for (ActivatedJob job : ActivateJobsResponse.parseFrom(reply).getJobsList()) {
        String candidate = MAPPER.readTree(job.getVariables()).path("website_id").asText();
        byKey.put(job.getKey(), candidate);
        byKey.put(job.getElementInstanceKey(), candidate);
        candidates.add(candidate);
      }
      return candidates;
    } catch (InvalidProtocolBufferException | JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  String candidate(Method method, byte[] request) {
    try {
      long key =
          switch (method) {
            case SET_VARIABLES -> SetVariablesRequest.parseFrom(request).getElementInstanceKey();
            case COMPLETE_JOB -> CompleteJobRequest.parseFrom(request).getJobKey();
            case FAIL_JOB -> FailJobRequest.parseFrom(request).getJobKey();
            case THROW_ERROR -> ThrowErrorRequest.parseFrom(request).getJobKey();
            case UPDATE_TIMEOUT -> UpdateJobTimeoutRequest.parseFrom(request).getJobKey();
            case ACTIVATE_JOBS, OTHER -> 0;
          };
      return byKey.getOrDefault(key, "");
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException(e);
    }
  }
}
