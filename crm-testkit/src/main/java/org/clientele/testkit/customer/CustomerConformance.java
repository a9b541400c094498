package org.clientele.testkit.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.clientele.account.Account;
import org.clientele.channel.Channel;
import org.clientele.channel.ChannelChoices;
import org.clientele.channel.ChannelType;
import org.clientele.contact.Address;
import org.clientele.contact.EmailAddress;
import org.clientele.contact.PhoneNumber;
import org.clientele.customer.AccountAssignment;
import org.clientele.customer.AccountMatching;
import org.clientele.customer.AccountRegrouping;
import org.clientele.customer.AddressPairs;
import org.clientele.customer.Customer;
import org.clientele.customer.MatchRules;
import org.clientele.organization.Organization;
import org.clientele.sales.BusinessCustomer;
import org.clientele.testkit.host.Branch;
import org.clientele.testkit.host.Shopper;
import org.clientele.value.Ref;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The rows of {@code customers-and-accounts.csv}, which quote the documents: customers and accounts, section 9. */
abstract class CustomerConformance extends CustomerCase {

    @Test
    void newAccountsAreNamedAfterTheProfile() throws IOException {
        Stage stage = new Stage(newStore());
        Channel shop = stage.channel("Shop", stage.acme);
        for (String[] row : rows("name", 4)) {
            Shopper shopper = stage.saved(new Shopper(text(row[2]), text(row[3]), null, shop));
            assertThat(stage.accountName(shopper)).as(row[1]).isEqualTo(row[4]);
        }
        Shopper longest = stage.saved(new Shopper("A".repeat(200), "B".repeat(200), null, shop));
        assertThat(stage.accountName(longest)).hasSize(255).startsWith("A").endsWith("B");
    }

    @Test
    void theSamePersonIsGatheredUnderOneAccount() throws IOException {
        for (String[] row : rows("profile", 9)) {
            Stage stage = new Stage(newStore());
            Map<String, Organization> homes = Map.of("acme", stage.acme, "beta", stage.beta);
            Map<String, Channel> channels = new HashMap<>();
            Shopper one = shopper(row[2], homes, channels, stage);
            Shopper other = shopper(row[3], homes, channels, stage);
            check(row, stage.system.save(one), stage.system.save(other));
        }
    }

    private static Shopper shopper(
            String cell, Map<String, Organization> homes, Map<String, Channel> channels, Stage stage) {
        String[] parts = cell.split("\\|", -1);
        Organization home = Objects.requireNonNull(homes.get(parts[4]), cell);
        Channel channel = channels.computeIfAbsent(parts[3], name -> stage.channel(name, home));
        return stage.owned(new Shopper(text(parts[0]), text(parts[1]), text(parts[2]), channel), home);
    }

    @Test
    void addressesOfTypesThatMayBePairedTellTheSameCompany() throws IOException {
        for (String[] row : rows("address", 12)) {
            Stage stage = new Stage(newStore());
            stage.use(AccountAssignment.usual()
                    .matching(
                            BusinessCustomer.TYPE,
                            AccountMatching.by(MatchRules.address(
                                    BusinessCustomer.ADDRESSES,
                                    AddressPairs.valueOf(row[2]),
                                    Address.COUNTRY,
                                    Address.POSTAL_CODE,
                                    Address.STREET))));
            Channel field = stage.channel("Field", stage.acme);
            BusinessCustomer one = company("One", field);
            one.setAddresses(addresses(row[3]));
            BusinessCustomer other = company("Other", field);
            other.setAddresses(addresses(row[4]));
            check(row, stage.saved(one), stage.saved(other));
        }
    }

    private static List<Address> addresses(String cell) {
        return Stream.of(cell.split(", "))
                .map(text -> text.split("/"))
                .map(parts -> Address.in(parts[0])
                        .with(Address.POSTAL_CODE, text(parts[1]))
                        .with(Address.STREET, text(parts[2]))
                        .with(Address.TYPES, text(parts[3])))
                .toList();
    }

    @Test
    void phonesAndEmailsTellTheSameCompany() throws IOException {
        List<String[]> rows = new ArrayList<>(rows("phone", 4));
        rows.addAll(rows("email", 2));
        for (String[] row : rows) {
            Stage stage = new Stage(newStore());
            stage.use(AccountAssignment.usual()
                    .matching(
                            BusinessCustomer.TYPE,
                            AccountMatching.by(
                                    MatchRules.phone(BusinessCustomer.PHONES),
                                    MatchRules.email(BusinessCustomer.EMAILS))));
            Channel field = stage.channel("Field", stage.acme);
            BusinessCustomer one = company("One", field);
            BusinessCustomer other = company("Other", field);
            reach(row[0], one, row[2]);
            reach(row[0], other, row[3]);
            check(row, stage.saved(one), stage.saved(other));
        }
    }

    private static void reach(String by, BusinessCustomer customer, String cell) {
        List<String> parts = Arrays.asList(cell.split(" "));
        if (by.equals("phone")) {
            customer.setPhones(
                    parts.stream().map(part -> new PhoneNumber(part, false)).toList());
        } else {
            customer.setEmails(
                    parts.stream().map(part -> new EmailAddress(part, false)).toList());
        }
    }

    @Test
    void aTreeOfCompaniesSharesTheAccountOfItsRootOrHasOneEach() throws IOException {
        for (String[] row : rows("strategy", 2)) {
            Stage stage = new Stage(newStore());
            Channel storefront = stage.channel("Storefront", stage.acme);
            String[] strategies = row[2].split(" ", -1);
            String[] expected = row[3].split(", ", -1);
            stage.use(strategies[0].equals("root"));
            Branch company = stage.saved(new Branch("A", null, storefront));
            Branch east = stage.saved(new Branch("East", company, storefront));
            Branch west = stage.saved(new Branch("West", company, storefront));
            Map<String, List<Ref<Account>>> former = new HashMap<>();
            for (int i = 0; i < strategies.length; i++) {
                stage.use(strategies[i].equals("root"));
                long changed = new AccountRegrouping(stage.system).apply(Branch.TYPE);
                assertThat(changed).isEqualTo(i == 0 ? 0 : 2);
                assertThat(new AccountRegrouping(stage.system).apply(Customer.TYPE))
                        .isZero();
                assertThat(Stream.of(company, east, west).map(stage::accountName))
                        .as(row[1])
                        .containsExactly(expected[i].split(" "));
                List<Ref<Account>> now =
                        Stream.of(company, east, west).map(stage::ref).toList();
                assertThat(former.computeIfAbsent(expected[i], first -> now))
                        .as(row[1])
                        .isEqualTo(now);
            }
        }
    }

    @Test
    void theOnlyChannelIsPreselected() throws IOException {
        for (String[] row : rows("channel", 3)) {
            Stage stage = new Stage(newStore());
            Stream.of(row[2].split(", ")).filter(name -> !name.equals("-")).forEach(name -> channel(name, stage));
            stage.channel("Elsewhere", stage.beta);
            ChannelChoices choices = stage.system.run(ChannelChoices.in(Ref.to(stage.acme), BusinessCustomer.TYPE));
            @Nullable
            String preselected = choices.preselected()
                    .map(channel -> stage.system.get(Channel.TYPE, channel.id()).getName())
                    .orElse(null);
            assertThat(preselected).as(row[1]).isEqualTo(text(row[3]));
            assertThat(choices.channels().stream().map(Channel::getName)).isSorted();
        }
    }

    private static void channel(String name, Stage stage) {
        Channel channel = new Channel(name, ChannelType.SALES);
        channel.setOrganization(Ref.to(stage.acme));
        stage.system.save(channel);
    }

    private static void check(String[] row, Customer one, Customer other) {
        boolean same = Objects.equals(one.getAccount(), other.getAccount());
        assertThat(same ? "same" : "new").as(String.join("; ", row)).isEqualTo(row[row.length - 1]);
    }

    static @Nullable String text(String cell) {
        return cell.equals("-") ? null : cell;
    }

    private static List<String[]> rows(String kind, int count) throws IOException {
        try (InputStream file = Objects.requireNonNull(
                CustomerConformance.class.getResourceAsStream("customers-and-accounts.csv"), "the rows")) {
            List<String[]> rows = new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split("; "))
                    .filter(row -> row[0].equals(kind))
                    .toList();
            assertThat(rows).hasSize(count);
            return rows;
        }
    }
}
