package org.clientele.jpa.jta;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** What the host keeps itself, in the same database. */
@Entity(name = "HostInvoice")
@Table(name = "host_invoice")
public class Invoice {

    @Id
    private String id;

    protected Invoice() {}

    Invoice(String id) {
        this.id = id;
    }

    String id() {
        return id;
    }
}
