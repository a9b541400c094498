package org.clientele.examples.contracts;

import static org.clientele.property.Traits.identity;
import static org.clientele.property.Traits.label;
import static org.clientele.property.Traits.maxLength;
import static org.clientele.property.Traits.required;
import static org.clientele.property.Traits.tags;
import static org.clientele.property.Traits.unique;

import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.clientele.account.Account;
import org.clientele.model.EntityType;
import org.clientele.organization.UserOwned;
import org.clientele.property.ChoiceProperty;
import org.clientele.property.DateProperty;
import org.clientele.property.ItemsProperty;
import org.clientele.property.MoneyProperty;
import org.clientele.property.ReferenceProperty;
import org.clientele.property.SetProperty;
import org.clientele.property.TextProperty;
import org.clientele.property.Traits.WhenTargetGoes;
import org.clientele.value.Money;
import org.clientele.value.Ref;
import org.jspecify.annotations.Nullable;

/** What was agreed with an account. The annotations are for the host's persistence unit; on the heap nobody reads them. */
@Entity
@Table(name = "contract")
@Access(AccessType.FIELD)
public class Contract extends UserOwned {

    public static final TextProperty<Contract> NUMBER = TextProperty.of(
                    "number", Contract::getNumber, Contract::setNumber)
            .with(required(), unique(), identity(), maxLength(20), label("Contract number"));
    public static final ReferenceProperty<Contract, Account> ACCOUNT = ReferenceProperty.of(
                    "account", Account.class, Contract::getAccount, Contract::setAccount)
            .with(required(), WhenTargetGoes.REFUSE);
    public static final MoneyProperty<Contract> WORTH =
            MoneyProperty.of("worth", Contract::getWorth, Contract::setWorth).with(label("Value"));
    public static final DateProperty<Contract> START =
            DateProperty.of("start", Contract::getStart, Contract::setStart).with(label("Start date"));
    public static final DateProperty<Contract> END =
            DateProperty.of("end", Contract::getEnd, Contract::setEnd).with(label("End date"));
    public static final ChoiceProperty<Contract, ContractStatus> STATUS = ChoiceProperty.of(
                    "status", ContractStatus.DICTIONARY, Contract::getStatus, Contract::setStatus)
            .with(required());
    public static final SetProperty<Contract> TAGS =
            SetProperty.of("tags", Contract::getTags, Contract::setTags).with(tags());
    public static final ItemsProperty<Contract, ContractLine> LINES =
            ItemsProperty.of("lines", ContractLine.TYPE, Contract::getLines, Contract::setLines);

    public static final EntityType<Contract> TYPE = EntityType.define(
            "contract",
            Contract.class,
            Contract::new,
            type -> type.properties(NUMBER, ACCOUNT, WORTH, START, END, STATUS, TAGS, LINES)
                    .owned(OWNERSHIP)
                    .named(NUMBER)
                    .distinctBy(ACCOUNT, START)
                    .prepared((contract, situation) -> contract.endAfterAYear())
                    .rule(END, (contract, context) -> contract.objectionToEnd()));

    @Column(name = "contract_number")
    private @Nullable String number;

    @Column(name = "account_id")
    private @Nullable UUID account;

    @Embedded
    private @Nullable Money worth;

    @Column(name = "start_date")
    private @Nullable LocalDate start;

    @Column(name = "end_date")
    private @Nullable LocalDate end;

    private @Nullable String status = ContractStatus.DRAFT.id();

    @ElementCollection
    @CollectionTable(name = "contract_tag", joinColumns = @JoinColumn(name = "contract_id"))
    @Column(name = "tag")
    private Set<String> tags = new TreeSet<>();

    @ElementCollection
    @CollectionTable(name = "contract_line", joinColumns = @JoinColumn(name = "contract_id"))
    @OrderColumn(name = "line_index")
    private List<ContractLine> lines = new ArrayList<>();

    /** An empty contract. */
    protected Contract() {}

    public Contract(String number, Account account) {
        this.number = number;
        this.account = account.getId();
    }

    private void endAfterAYear() {
        if (end == null && start != null) {
            end = start.plusYears(1);
        }
    }

    private Optional<String> objectionToEnd() {
        return start != null && end != null && end.isBefore(start)
                ? Optional.of("is before the start date; give a later one")
                : Optional.empty();
    }

    public @Nullable String getNumber() {
        return number;
    }

    public void setNumber(@Nullable String number) {
        this.number = number;
    }

    public @Nullable Ref<Account> getAccount() {
        return account == null ? null : new Ref<>(account);
    }

    public void setAccount(@Nullable Ref<Account> account) {
        this.account = account == null ? null : account.id();
    }

    public @Nullable Money getWorth() {
        return worth;
    }

    public void setWorth(@Nullable Money worth) {
        this.worth = worth;
    }

    public @Nullable LocalDate getStart() {
        return start;
    }

    public void setStart(@Nullable LocalDate start) {
        this.start = start;
    }

    public @Nullable LocalDate getEnd() {
        return end;
    }

    public void setEnd(@Nullable LocalDate end) {
        this.end = end;
    }

    public @Nullable ContractStatus getStatus() {
        return status == null ? null : ContractStatus.DICTIONARY.get(status);
    }

    public void setStatus(@Nullable ContractStatus status) {
        this.status = status == null ? null : status.id();
    }

    public Set<String> getTags() {
        return new TreeSet<>(tags);
    }

    public void setTags(Set<String> tags) {
        this.tags = new TreeSet<>(tags);
    }

    public List<ContractLine> getLines() {
        return new ArrayList<>(lines);
    }

    public void setLines(List<ContractLine> lines) {
        this.lines = new ArrayList<>(lines);
    }
}
