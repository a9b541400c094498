package org.clientele.host.web;

import java.util.List;
import org.clientele.host.crm.Caller;
import org.clientele.host.partner.PartnerCard;
import org.clientele.host.partner.Partners;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The host's partners over HTTP. */
@RestController
class PartnerEndpoints {

    private final Partners partners;

    PartnerEndpoints(Partners partners) {
        this.partners = partners;
    }

    @GetMapping("/partners")
    List<PartnerCard> list(Caller caller, @RequestParam String level) {
        return partners.of(caller, level).stream().map(PartnerCard::of).toList();
    }

    @PostMapping("/partners")
    @ResponseStatus(HttpStatus.CREATED)
    PartnerCard create(Caller caller, @RequestBody PartnerCard wanted) {
        return PartnerCard.of(partners.create(caller, wanted));
    }
}
