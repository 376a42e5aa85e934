const texts: Record<string, string> = {
  not_listed: 'You are not on the register yet. Job orders are published by recruiters who are certified.',
  delisted: 'You were taken off the register, so nothing is published of you.',
  not_certified:
    'Job orders are published while a certificate is in force: the register says of them that the worker pays nothing, and an audit has to stand behind that.',
  corridor_uncovered:
    'Your certificate does not cover work in this country for workers from there. Ask for a wider scope first.',
  closed_already: 'The last day to apply is past. Choose a later one.',
  too_many_open: 'You have 500 job orders open. Withdraw those that are filled first.',
  sent_before:
    'This form was sent before with other answers, and that job order stands. Look at your list; if this is another one, send it again from here.',
  withdrawn_already: 'This job order is withdrawn already.',
  tied: 'Something ties you to this recruiter, or lately did. An officer without a tie has to do this.',
};

/** A no to whoever publishes or withdraws a job order, and what to do about it. */
export const refusalText = (refusal: string) => texts[refusal] ?? 'This is not possible now.';
