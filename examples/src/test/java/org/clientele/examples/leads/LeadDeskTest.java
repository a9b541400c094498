package org.clientele.examples.leads;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceConfiguration;
import jakarta.persistence.ValidationMode;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.clientele.jpa.JpaStore;
import org.clientele.store.RecordStore;
import org.clientele.store.memory.InMemoryStore;
import org.junit.jupiter.api.Test;

class LeadDeskTest {

    private static final String TOLD = """
            Ivan looks what would become of the lead, and what he may not
              no role allows ivan to CREATE contact, and ivan owns Ada Lovelace; missing: CREATE contact at USER
              no role allows ivan to EDIT account, and olga owns ACUSERV; missing: EDIT account at ORGANIZATION
              no role allows ivan to CREATE opportunity, and ivan owns Analytical engine for Acuserv; missing: CREATE opportunity at USER
              no role allows ivan to EDIT lead, and olga owns Analytical engine for Acuserv; missing: EDIT lead at ORGANIZATION
            Olga looks, and nothing happens
            conversion of lead Analytical engine for Acuserv
              bound:
                account ACUSERV
              created:
                contact Ada Lovelace
                  firstName: Ada
                  lastName: Lovelace
                  description: Analytical engine for Acuserv
                  emails: ada@acuserv.example
                  owner: user olga
                  organization: organization Acme
                opportunity Analytical engine
                  name: Analytical engine
                  status: Open
                  account: account ACUSERV
                  contact: the new contact
                  lead: lead Analytical engine for Acuserv
                  probability: 0
                  budget: 17000 EUR
                  owner: user olga
                  organization: organization Acme
              changed:
                account ACUSERV
                  contacts: nothing -> the new contact
                lead Analytical engine for Acuserv
                  status: New -> Qualified
                  contact: nothing -> the new contact
                  account: nothing -> account ACUSERV
              problems: none
            opportunities: 0
            Olga converts: conversion of lead Analytical engine for Acuserv
            The same plan again: Stale[reasons=[lead Analytical engine for Acuserv was changed since the conversion was planned; plan the conversion again, account ACUSERV was changed since the conversion was planned; plan the conversion again]]
            Won: 15000 EUR, that is 16200.0000 USD at the rate of 2026-03-01T09:00:00Z
            Reopened: probability 0.0000, close revenue null
            """;

    @Test
    void aLeadIsWonOnTheHeap() {
        assertThat(told(new InMemoryStore())).isEqualTo(TOLD);
    }

    @Test
    void aLeadIsWonByJpa() {
        PersistenceConfiguration unit = new PersistenceConfiguration("leads")
                .property(
                        PersistenceConfiguration.JDBC_URL,
                        "jdbc:h2:mem:leads;INIT=runscript from 'classpath:db/crm/h2/V0_1__clientele.sql'")
                .property("hibernate.connection.pool_size", 1)
                .validationMode(ValidationMode.NONE);
        JpaStore.mappingFiles().forEach(unit::mappingFile);
        try (EntityManagerFactory factory = unit.createEntityManagerFactory()) {
            assertThat(told(JpaStore.managing(factory))).isEqualTo(TOLD);
        }
    }

    private static String told(RecordStore store) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new LeadDesk(store, new PrintStream(bytes, true, StandardCharsets.UTF_8)).work();
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
