/**
 * Buying in a storefront: companies and their users, and what they mean to buy, ask a price for, are offered and order.
 *
 * <p>Statuses move as the documentation of OroCommerce has it, by verbs; a verb that does not fit the present status throws, and
 * a status that is set in its place by other means is refused when the record is saved. A new record may have any status: an
 * import brings what has already happened. What a host adds to a dictionary is entered and left as one likes.
 *
 * <table>
 * <caption>Which verb leads from which status to which</caption>
 * <tr><th>record</th><th>from</th><th>verb</th><th>to</th></tr>
 * <tr><td>quote request</td><td>open</td><td>process</td><td>processed</td></tr>
 * <tr><td></td><td>open</td><td>requestMoreInformation</td><td>more_info_requested; the customer sees requires_attention</td></tr>
 * <tr><td></td><td>open</td><td>decline</td><td>declined; the customer sees cancelled</td></tr>
 * <tr><td></td><td>more_info_requested</td><td>provideInformation</td><td>open; the customer sees submitted</td></tr>
 * <tr><td></td><td>open, more_info_requested, declined</td><td>cancel</td><td>cancelled_by_customer; the customer sees
 * cancelled</td></tr>
 * <tr><td></td><td>declined, cancelled_by_customer</td><td>reprocess</td><td>open; the customer sees submitted</td></tr>
 * <tr><td></td><td>any but deleted</td><td>discard</td><td>deleted</td></tr>
 * <tr><td></td><td>deleted</td><td>undelete</td><td>cancelled_by_customer if it was so before; more_info_requested if the customer
 * sees requires_attention; else open, and the customer sees submitted</td></tr>
 * <tr><td>quote</td><td>draft</td><td>send</td><td>sent_to_customer</td></tr>
 * <tr><td></td><td>sent_to_customer</td><td>accept, decline, expire, cancel</td><td>accepted, declined, expired, cancelled</td></tr>
 * <tr><td></td><td>draft, sent_to_customer</td><td>discard</td><td>deleted</td></tr>
 * <tr><td></td><td>deleted</td><td>undelete</td><td>draft</td></tr>
 * <tr><td></td><td>any</td><td>asNewDraft</td><td>a new quote, draft; this one stays</td></tr>
 * <tr><td>order</td><td>open</td><td>cancel, ship</td><td>cancelled, shipped</td></tr>
 * <tr><td></td><td>open, cancelled, shipped</td><td>close</td><td>closed</td></tr>
 * <tr><td></td><td>closed</td><td>archive</td><td>archived</td></tr>
 * </table>
 */
@NullMarked
package org.clientele.commerce;

import org.jspecify.annotations.NullMarked;
