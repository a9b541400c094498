package org.clientele;

import java.util.List;
import org.clientele.access.Share;
import org.clientele.account.Account;
import org.clientele.activity.Activity;
import org.clientele.activity.ActivityLink;
import org.clientele.activity.Attachment;
import org.clientele.activity.CalendarEvent;
import org.clientele.activity.Call;
import org.clientele.activity.EmailMessage;
import org.clientele.activity.Note;
import org.clientele.activity.Task;
import org.clientele.channel.Channel;
import org.clientele.commerce.CommerceCustomer;
import org.clientele.commerce.CustomerUser;
import org.clientele.commerce.Order;
import org.clientele.commerce.Quote;
import org.clientele.commerce.QuoteRequest;
import org.clientele.commerce.ShoppingList;
import org.clientele.contact.Contact;
import org.clientele.contact.ContactGroup;
import org.clientele.customer.Customer;
import org.clientele.customer.CustomerIdentity;
import org.clientele.customer.LifetimeChange;
import org.clientele.exchange.job.ImportStep;
import org.clientele.grid.DefaultView;
import org.clientele.grid.SavedView;
import org.clientele.journal.JournalEntry;
import org.clientele.journal.Redirect;
import org.clientele.magento.Cart;
import org.clientele.magento.WebCustomer;
import org.clientele.magento.WebOrder;
import org.clientele.merge.DistinctPair;
import org.clientele.model.EntityType;
import org.clientele.notice.Notice;
import org.clientele.organization.BusinessUnit;
import org.clientele.organization.Organization;
import org.clientele.organization.User;
import org.clientele.sales.BusinessCustomer;
import org.clientele.sales.Lead;
import org.clientele.sales.Opportunity;
import org.clientele.segment.Segment;
import org.clientele.segment.SegmentMember;
import org.clientele.sync.SyncLink;
import org.clientele.sync.SyncPosition;
import org.clientele.sync.SyncRun;
import org.clientele.website.TrackedWebsite;
import org.clientele.website.WebsiteEvent;
import org.clientele.website.WebsiteVisit;
import org.clientele.workflow.WorkflowActivation;
import org.clientele.workflow.WorkflowProgress;

/** The entities that every CRM has, registered by the same call as a host's. */
final class StandardEntities {

    static final List<EntityType<?>> TYPES = List.of(
            Organization.TYPE,
            BusinessUnit.TYPE,
            User.TYPE,
            JournalEntry.TYPE,
            Redirect.TYPE,
            Share.TYPE,
            DistinctPair.TYPE,
            ImportStep.TYPE,
            Notice.TYPE,
            SyncLink.TYPE,
            SyncPosition.TYPE,
            SyncRun.TYPE,
            SavedView.TYPE,
            DefaultView.TYPE,
            Segment.TYPE,
            SegmentMember.TYPE,
            WorkflowActivation.TYPE,
            WorkflowProgress.TYPE,
            ContactGroup.TYPE,
            Contact.TYPE,
            Account.TYPE,
            Activity.TYPE,
            Call.TYPE,
            EmailMessage.TYPE,
            Task.TYPE,
            CalendarEvent.TYPE,
            Note.TYPE,
            Attachment.TYPE,
            ActivityLink.TYPE,
            Channel.TYPE,
            Customer.TYPE,
            LifetimeChange.TYPE,
            CustomerIdentity.TYPE,
            BusinessCustomer.TYPE,
            Lead.TYPE,
            Opportunity.TYPE,
            WebCustomer.TYPE,
            Cart.TYPE,
            WebOrder.TYPE,
            CommerceCustomer.TYPE,
            CustomerUser.TYPE,
            ShoppingList.TYPE,
            QuoteRequest.TYPE,
            Quote.TYPE,
            Order.TYPE,
            TrackedWebsite.TYPE,
            WebsiteVisit.TYPE,
            WebsiteEvent.TYPE);

    private StandardEntities() {}
}
