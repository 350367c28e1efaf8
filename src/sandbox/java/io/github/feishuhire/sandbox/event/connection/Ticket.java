package io.github.feishuhire.sandbox.event.connection;

/** What the app that asked for an address may do with it, once. */
record Ticket(String appId, int service) {}
