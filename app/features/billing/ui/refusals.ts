import { tableRefusalTexts } from '#app/platform/tables/table.ts';

const texts: Record<string, string> = {
  ...tableRefusalTexts,
  file_missing: 'Choose the file with the bank statement first.',
  already_paid: 'This invoice is paid already: somebody recorded its payment before you.',
  already_cancelled: 'This invoice was cancelled. Nothing is owed for it.',
  amount_differs:
    'The amount is not the amount of the invoice. A fee is paid whole: record what arrived under payments, and decide there whether it waits for the rest or goes back.',
  currency_differs:
    'The money came in another currency than the invoice asks for. It cannot pay this invoice; give it back, or find the invoice it belongs to.',
  received_in_the_future: 'The day the money arrived lies in the future.',
  made_in_the_future: 'The day you sent the money lies in the future.',
  transfer_already_used:
    'A transfer with this reference has been recorded already. Check the bank statement.',
  reference_already_used: 'Another refund has this reference already. Check the bank statement.',
  no_amount: 'This is no amount in this currency. Enter it as on the bank statement, like 1,000.00.',
  unknown_invoice: 'There is no invoice with this number.',
  already_assigned: 'This payment belongs to an invoice already.',
  already_refunded: 'This payment is on its way back already.',
  already_made: 'This refund was made already.',
  made_by_the_processor: 'A payment by card goes back to the card by itself. You need not send anything.',
  no_cards: 'This scheme takes no cards. Please pay by bank transfer, as shown below.',
  cards_unreachable:
    'The card page cannot be reached just now. Nothing was charged. Try again in some minutes, or pay by bank transfer, as shown below.',
  payment_on_its_way:
    'You paid already, in a way that takes some days to arrive. We mail you as soon as it has. There is nothing you need to do.',
  no_columns:
    'The first row does not name the columns. It needs one called date, amount, currency, and reference or description.',
  no_rows: 'There is no line under the names of the columns.',
  already_booked: 'This statement was booked already.',
};

export const refusalText = (refusal: string) => texts[refusal] ?? 'This cannot be done now.';
