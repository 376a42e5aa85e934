const texts: Record<string, string> = {
  already_paid: 'This invoice is paid already: somebody recorded its payment before you.',
  amount_differs:
    'The amount is not the amount of the invoice. A fee is paid whole: record it when the rest has arrived, or return what is too much.',
  received_in_the_future: 'The day the money arrived lies in the future.',
  transfer_already_used: 'A transfer with this reference has paid another invoice. Check the bank statement.',
};

export const refusalText = (refusal: string) => texts[refusal] ?? 'This cannot be done now.';
