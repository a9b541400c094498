package org.clientele.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.clientele.account.Account;
import org.clientele.contact.Contact;
import org.clientele.criteria.Query;
import org.clientele.customer.Customer;
import org.clientele.model.CrmRecord;
import org.clientele.organization.User;
import org.clientele.sales.BusinessCustomer;
import org.clientele.store.DuplicateRecordException;
import org.clientele.store.StaleRecordException;
import org.clientele.store.Write;
import org.clientele.testkit.host.Partner;
import org.clientele.testkit.host.Visit;
import org.clientele.value.Ref;
import org.junit.jupiter.api.Test;

/** What a write does and what it refuses, and that only copies go in and out. */
abstract class StoreWrites extends StoreCase {

    @Test
    void whatIsHandedInStaysTheCallersOwn() {
        Account given = account("Acuserv").addTag("VIP");
        run(records -> {
            insert(records, given);
            given.setName("changed after the write");
            given.addTag("changed");
            assertThat(find(records, given).getName()).isEqualTo("Acuserv");
        });
        assertThat(stored(given).getName()).isEqualTo("Acuserv");
        assertThat(stored(given).getTags()).containsExactly("VIP");
        assertThat(given.isNew()).isTrue();
    }

    @Test
    void whatAWriteReturnsIsACopy() {
        run(records -> {
            Account returned = insert(records, account("Acuserv"));
            returned.setName("changed after the write");
            assertThat(find(records, returned).getName()).isEqualTo("Acuserv");
        });
        assertThat(selected(Account.TYPE, Account.NAME.is("Acuserv"))).hasSize(1);
    }

    @Test
    void whateverIsReadIsACopy() {
        Account acuserv = inserted(account("Acuserv").addTag("VIP"));
        run(records -> {
            Account found = find(records, acuserv);
            List<Account> all = records.findAll(Account.TYPE, List.of(acuserv.getId()));
            List<Account> selected =
                    records.select(Account.TYPE, Query.<Account>all()).toList();
            for (Account copy : List.of(found, all.get(0), selected.get(0))) {
                copy.setName("changed after reading");
                copy.addTag("changed");
            }
            assertThat(find(records, acuserv).getName()).isEqualTo("Acuserv");
            assertThat(records.count(Account.TYPE, Account.NAME.is("Acuserv"))).isEqualTo(1);
        });
        assertThat(stored(acuserv).getName()).isEqualTo("Acuserv");
        assertThat(stored(acuserv).getTags()).containsExactly("VIP");
    }

    @Test
    void everyWriteReturnsTheRecordWithItsNewVersion() {
        Account first = inserted(account("Acuserv"));
        assertThat(first.getVersion()).isNotNull().isEqualTo(stored(first).getVersion());
        first.setName("Acuserv Ltd");
        Account second = updated(first);
        assertThat(second.getName()).isEqualTo("Acuserv Ltd");
        assertThat(second.getVersion())
                .isNotEqualTo(first.getVersion())
                .isEqualTo(stored(first).getVersion());
    }

    @Test
    void writesAnswerInTheirOrderADeletionWithTheRecordAsItWas() {
        Account acuserv = inserted(account("Acuserv"));
        Account bigBear = inserted(account("Big Bear Stores"));
        Account renamed = stored(bigBear);
        renamed.setName("Big Bear");
        Account bodyToning = account("Body Toning");
        List<CrmRecord> answers = inTransaction(records -> records.write(List.of(
                new Write.Delete<>(Account.TYPE, acuserv),
                new Write.Insert<>(Account.TYPE, bodyToning),
                new Write.Update<>(Account.TYPE, bigBear, renamed))));
        assertThat(answers).containsExactly(acuserv, bodyToning, bigBear);
        assertThat(answers)
                .extracting(answer -> ((Account) answer).getName())
                .containsExactly("Acuserv", "Body Toning", "Big Bear");
    }

    @Test
    void laterWritesMayPointToEarlierOnes() {
        Contact ada = complete(new Contact("Ada", "Lovelace"));
        Account acuserv = account("Acuserv").makeDefault(ada);
        run(records -> records.write(
                List.of(new Write.Insert<>(Contact.TYPE, ada), new Write.Insert<>(Account.TYPE, acuserv))));
        assertThat(stored(acuserv).getDefaultContact()).isEqualTo(Ref.to(ada));
    }

    @Test
    void aWriteBuildsOnAnEarlierOneOfItsTransaction() {
        Account last = inTransaction(records -> {
            Account first = insert(records, account("Acuserv"));
            first.setName("Acuserv Ltd");
            Account second = update(records, first);
            second.setName("Acuserv plc");
            return update(records, second);
        });
        assertThat(stored(last).getName()).isEqualTo("Acuserv plc");
        assertThat(stored(last).getVersion()).isEqualTo(last.getVersion());
        last.setName("Acuserv again");
        assertThat(updated(last).getName()).isEqualTo("Acuserv again");
    }

    @Test
    void aRecordThatIsThereIsNotInsertedAgain() {
        Account given = account("Acuserv");
        inserted(given);
        assertThatThrownBy(() -> inserted(given)).isInstanceOf(DuplicateRecordException.class);
        assertThatThrownBy(() -> run(records -> {
                    Account twice = insert(records, account("Body Toning"));
                    Account.TYPE.setVersion(twice, null);
                    insert(records, twice);
                }))
                .isInstanceOf(DuplicateRecordException.class);
        assertThat(selected(Account.TYPE, Query.all())).hasSize(1);
    }

    @Test
    void ofManyToBeInsertedTheOneThatIsThereIsNamed() {
        Account account = inserted(account("Acuserv"));
        Partner there = complete(new Partner("Acuserv West", account, channel()));
        inserted(there);
        assertThatThrownBy(() -> run(records -> records.write(List.of(
                        new Write.Insert<>(Account.TYPE, account("Body Toning")),
                        new Write.Insert<>(Partner.TYPE, complete(new Partner("Body Toning", account, channel()))),
                        new Write.Insert<>(Partner.TYPE, there),
                        new Write.Insert<>(Account.TYPE, account("Big Bear Stores"))))))
                .isInstanceOf(DuplicateRecordException.class)
                .hasMessage("partner Acuserv West was saved before; go on with the record that save returned");
        assertThat(selected(Account.TYPE, Query.all())).hasSize(1);
        assertThat(selected(Partner.TYPE, Query.all())).hasSize(1);
    }

    @Test
    void anUpdateOfAnOldVersionIsRefused() {
        Account old = inserted(account("Acuserv"));
        Account current = stored(old);
        current.setName("Acuserv Ltd");
        updated(current);
        old.setName("lost otherwise");
        assertThatThrownBy(() -> updated(old))
                .isInstanceOf(StaleRecordException.class)
                .hasMessageContaining("read it again");
        assertThat(stored(old).getName()).isEqualTo("Acuserv Ltd");
    }

    @Test
    void anUpdateOfAnOldVersionOfTheSameTransactionIsRefused() {
        Account old = inserted(account("Acuserv"));
        assertThatThrownBy(() -> run(records -> {
                    Account current = find(records, old);
                    current.setName("Acuserv Ltd");
                    update(records, current);
                    old.setName("lost otherwise");
                    update(records, old);
                }))
                .isInstanceOf(StaleRecordException.class);
        assertThat(stored(old).getName()).isEqualTo("Acuserv");
    }

    @Test
    void anUpdateOfARecordThatIsGoneIsRefused() {
        Account gone = inserted(account("Acuserv"));
        deleted(gone);
        gone.setName("Acuserv Ltd");
        assertThatThrownBy(() -> updated(gone)).isInstanceOf(StaleRecordException.class);
        assertThat(isStored(gone)).isFalse();
    }

    @Test
    void aDeletionOfAnOldVersionIsRefused() {
        Account old = inserted(account("Acuserv"));
        Account current = stored(old);
        current.setName("Acuserv Ltd");
        updated(current);
        assertThatThrownBy(() -> deleted(old)).isInstanceOf(StaleRecordException.class);
        assertThat(isStored(old)).isTrue();
    }

    @Test
    void aDeletionOfARecordThatIsGoneIsRefused() {
        Account gone = inserted(account("Acuserv"));
        deleted(gone);
        assertThatThrownBy(() -> deleted(gone)).isInstanceOf(StaleRecordException.class);
    }

    @Test
    void aDeletedRecordMayComeBackUnderItsIdentity() {
        Account gone = inserted(account("Acuserv").addTag("VIP"));
        deleted(gone);
        Account.TYPE.setVersion(gone, null);
        Account back = inserted(gone);
        assertThat(stored(back).getTags()).containsExactly("VIP");
        assertThat(back.getId()).isEqualTo(gone.getId());
    }

    @Test
    void aUniqueValueIsTakenOnce() {
        inserted(user("ivan", "ivan@acme.example"));
        User second = user("ivan", "ivan2@acme.example");
        assertThatThrownBy(() -> inserted(second)).isInstanceOf(DuplicateRecordException.class);
        assertThatThrownBy(() -> run(records -> {
                    insert(records, user("mary", "mary@acme.example"));
                    insert(records, user("mary", "mary2@acme.example"));
                }))
                .isInstanceOf(DuplicateRecordException.class);
        assertThat(selected(User.TYPE, User.USERNAME.in("ivan", "mary"))).hasSize(1);
    }

    @Test
    void uniqueTextsDifferInMoreThanCase() {
        inserted(user("ivan", "ivan@acme.example"));
        assertThatThrownBy(() -> inserted(user("IVAN", "ivan2@acme.example")))
                .isInstanceOf(DuplicateRecordException.class);
        User mary = inserted(user("mary", "mary@acme.example"));
        mary.setEmail("Ivan@Acme.Example");
        assertThatThrownBy(() -> updated(mary)).isInstanceOf(DuplicateRecordException.class);
    }

    @Test
    void aUniqueValueIsFreeAgainWhenItsRecordGoesOrTakesAnother() {
        User ivan = inserted(user("ivan", "ivan@acme.example"));
        run(records -> {
            delete(records, ivan);
            insert(records, user("ivan", "ivan@acme.example"));
        });
        User second = selected(User.TYPE, User.USERNAME.is("ivan")).get(0);
        run(records -> {
            second.setUsername("john");
            update(records, second);
            insert(records, user("Ivan", "ivan3@acme.example"));
        });
        assertThat(selected(User.TYPE, User.USERNAME.in("ivan", "john"))).hasSize(2);
        assertThat(updated(stored(second)).getUsername()).isEqualTo("john");
    }

    @Test
    void findAllGivesEachOnceInTheOrderAskedForAndLeavesOutTheRest() {
        Account acuserv = inserted(account("Acuserv"));
        Account bigBear = inserted(account("Big Bear Stores"));
        Contact ada = inserted(complete(new Contact("Ada", "Lovelace")));
        List<UUID> asked = List.of(bigBear.getId(), UUID.randomUUID(), acuserv.getId(), ada.getId(), bigBear.getId());
        run(records -> {
            assertThat(records.findAll(Account.TYPE, asked)).containsExactly(bigBear, acuserv);
            assertThat(records.findAll(Account.TYPE, List.of())).isEmpty();
        });
    }

    @Test
    void aRecordIsFoundByItsOwnTypeAndThoseAboveAndNoOther() {
        Partner partner = inserted(complete(new Partner("Acuserv", inserted(account("Acuserv")), channel())));
        run(records -> {
            assertThat(records.find(Customer.TYPE, partner.getId())).get().isInstanceOf(Partner.class);
            assertThat(records.find(Customer.class, partner.getId())).contains(partner);
            assertThat(records.findAll(Customer.TYPE, List.of(partner.getId()))).containsExactly(partner);
            assertThat(records.find(Account.TYPE, partner.getId())).isEmpty();
            assertThat(records.find(BusinessCustomer.TYPE, partner.getId())).isEmpty();
        });
    }

    @Test
    void aRecordThatComesBackIsTheSameInAVersionThatItNeverHad() {
        Account acuserv = inserted(account("Acuserv"));
        for (String name : List.of("Acuserv Ltd", "Acuserv Inc")) {
            acuserv.setName(name);
            acuserv = updated(acuserv);
        }
        Account gone = acuserv;
        deleted(gone);
        Account back = inserted(gone);
        assertThat(back.getVersion()).isGreaterThan(gone.getVersion());
        assertThat(stored(gone).getVersion()).isEqualTo(back.getVersion());
        assertThat(stored(gone).getName()).isEqualTo("Acuserv Inc");
        assertThat(stored(gone).getCreatedAt()).isEqualTo(gone.getCreatedAt());
        gone.setName("lost otherwise");
        assertThatThrownBy(() -> run(records -> records.write(List.of(new Write.Update<>(Account.TYPE, back, gone)))))
                .isInstanceOf(StaleRecordException.class);
        back.setName("Acuserv");
        assertThat(updated(back).getVersion()).isGreaterThan(back.getVersion());
    }

    @Test
    void recordsThatComeBackTogetherAndMoreThanOnceKeepTheirVersionsApart() {
        Partner partner = inserted(complete(new Partner("Acuserv", inserted(account("Acuserv")), channel())));
        Visit visit = inserted(visit("first"));
        run(records -> {
            delete(records, partner);
            delete(records, visit);
            Partner back = insert(records, partner);
            Visit visitBack = insert(records, visit);
            visitBack.setSubject("second");
            Visit edited = update(records, visitBack);
            assertThat(edited.getVersion()).isGreaterThan(visitBack.getVersion());
            delete(records, edited);
            assertThat(insert(records, edited).getVersion()).isGreaterThan(edited.getVersion());
            assertThat(back.getVersion()).isGreaterThan(partner.getVersion());
        });
        assertThat(stored(partner).getVersion()).isGreaterThan(partner.getVersion());
        assertThat(stored(visit).getSubject()).isEqualTo("second");
    }
}
