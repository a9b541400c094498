package org.clientele.view;

import java.util.List;
import org.clientele.account.Account;
import org.clientele.channel.Channel;
import org.clientele.contact.Contact;
import org.clientele.customer.Customer;
import org.clientele.grid.Grid;
import org.clientele.grid.GridView;
import org.clientele.magento.Cart;
import org.clientele.magento.WebCustomer;
import org.clientele.magento.WebOrder;
import org.clientele.model.CrmRecord;
import org.clientele.sales.BusinessCustomer;
import org.clientele.sales.Lead;
import org.clientele.sales.Opportunity;

/**
 * The grids of the standard entities with the columns, orders and ready-made views of the reference (OroCRM documentation, Grids).
 * What a list holds - e-mails, phones, addresses - is shown by its primary one. Constants; thread-safe.
 *
 * <pre>{@code
 * sales.grid(StandardGrids.OPPORTUNITIES, zone).page(1);
 * }</pre>
 */
public final class StandardGrids {

    private static final String OPEN_DEALS = "status is not any of [lost, won]";

    public static final Grid<Account> ACCOUNTS = Grid.of(
            "accounts",
            Account.TYPE,
            layout -> layout.show(
                            Account.NAME,
                            Account.DEFAULT_CONTACT,
                            Account.OWNER,
                            CrmRecord.CREATED_AT,
                            CrmRecord.UPDATED_AT)
                    .orderBy(Account.NAME.asc()));

    public static final Grid<Contact> CONTACTS = Grid.of(
            "contacts",
            Contact.TYPE,
            layout -> layout.show(
                            Contact.FIRST_NAME,
                            Contact.LAST_NAME,
                            Contact.EMAILS,
                            Contact.PHONES,
                            Contact.SOURCE,
                            Contact.ADDRESSES,
                            CrmRecord.CREATED_AT,
                            CrmRecord.UPDATED_AT)
                    .orderBy(Contact.LAST_NAME.asc(), Contact.FIRST_NAME.asc()));

    public static final Grid<Lead> LEADS = Grid.of(
            "leads",
            Lead.TYPE,
            layout -> layout.show(
                            Lead.NAME,
                            Lead.STATUS,
                            Lead.FIRST_NAME,
                            Lead.LAST_NAME,
                            CrmRecord.CREATED_AT,
                            Lead.EMAILS,
                            Lead.PHONES,
                            Lead.ADDRESSES,
                            Lead.OWNER)
                    .orderBy(CrmRecord.CREATED_AT.desc())
                    .standard(GridView.named("Open").where("status is not any of [canceled, qualified]")));

    public static final Grid<Opportunity> OPPORTUNITIES = Grid.of(
            "opportunities",
            Opportunity.TYPE,
            layout -> layout.show(
                            Opportunity.NAME,
                            CrmRecord.CREATED_AT,
                            Opportunity.CONTACT,
                            Opportunity.CLOSE_DATE,
                            Opportunity.BUDGET,
                            Opportunity.PROBABILITY,
                            Opportunity.STATUS,
                            Opportunity.OWNER)
                    .orderBy(CrmRecord.CREATED_AT.desc())
                    .standard(GridView.named("Open").where(OPEN_DEALS))
                    .view(GridView.named("Overdue")
                            .where("closeDate before today and " + OPEN_DEALS)
                            .orderBy(new GridView.Step(Opportunity.CLOSE_DATE.name(), false)))
                    .view(GridView.named("Recently closed")
                            .where("status is won and closeDate between today - 30 days and today")
                            .orderBy(new GridView.Step(Opportunity.CLOSE_DATE.name(), true)))
                    .totals(columns -> columns.sum("budget", Opportunity.BUDGET)));

    public static final Grid<BusinessCustomer> BUSINESS_CUSTOMERS = Grid.of(
            "business customers",
            BusinessCustomer.TYPE,
            layout -> layout.show(
                            Customer.CHANNEL,
                            Customer.NAME,
                            Customer.LIFETIME,
                            CrmRecord.CREATED_AT,
                            CrmRecord.UPDATED_AT,
                            BusinessCustomer.PHONES,
                            BusinessCustomer.EMAILS)
                    .orderBy(Customer.NAME.asc()));

    public static final Grid<WebCustomer> WEB_CUSTOMERS = Grid.of(
            "web customers",
            WebCustomer.TYPE,
            layout -> layout.show(
                            Customer.CHANNEL,
                            WebCustomer.WEBSITE,
                            WebCustomer.FIRST_NAME,
                            WebCustomer.LAST_NAME,
                            WebCustomer.EMAIL,
                            Customer.LIFETIME,
                            WebCustomer.ADDRESSES,
                            CrmRecord.CREATED_AT,
                            CrmRecord.UPDATED_AT)
                    .orderBy(WebCustomer.LAST_NAME.asc(), WebCustomer.FIRST_NAME.asc()));

    public static final Grid<WebOrder> WEB_ORDERS = Grid.of(
            "web orders",
            WebOrder.TYPE,
            layout -> layout.show(
                            WebOrder.CHANNEL,
                            WebOrder.INCREMENT_ID,
                            WebOrder.EMAIL,
                            CrmRecord.CREATED_AT,
                            CrmRecord.UPDATED_AT,
                            WebOrder.TOTAL_PAID,
                            WebOrder.TOTAL,
                            WebOrder.SUBTOTAL,
                            WebOrder.ADDRESSES,
                            WebOrder.STATUS)
                    .orderBy(CrmRecord.CREATED_AT.desc()));

    public static final Grid<Cart> CARTS = Grid.of(
            "carts",
            Cart.TYPE,
            layout -> layout.show(
                            Cart.CHANNEL,
                            Cart.EMAIL,
                            Cart.ITEMS_QTY,
                            Cart.GRAND_TOTAL,
                            Cart.STATUS,
                            CrmRecord.CREATED_AT,
                            CrmRecord.UPDATED_AT)
                    .orderBy(CrmRecord.UPDATED_AT.desc())
                    .standard(GridView.named("Non-empty").where("itemsQty greater than 0")));

    public static final Grid<Channel> CHANNELS = Grid.of(
            "channels",
            Channel.TYPE,
            layout -> layout.show(Channel.NAME, Channel.CHANNEL_TYPE).orderBy(Channel.NAME.asc()));

    /** All of these. */
    public static final List<Grid<?>> ALL = List.of(
            ACCOUNTS, CONTACTS, LEADS, OPPORTUNITIES, BUSINESS_CUSTOMERS, WEB_CUSTOMERS, WEB_ORDERS, CARTS, CHANNELS);

    private StandardGrids() {}
}
