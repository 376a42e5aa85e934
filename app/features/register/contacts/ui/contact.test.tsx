import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';

import { ContactSection } from './contact.tsx';

const contact = {
  phones: ['+9779800000012'],
  website: 'https://everest.example/',
  email: 'desk@everest.example',
  social: ['https://www.facebook.com/everest?a=1&b="><script>'],
};

test('contacts can be called and opened, and say what a call from elsewhere is', () => {
  const page = renderToStaticMarkup(<ContactSection contact={contact} />);
  expect(page).toContain('href="tel:+9779800000012"');
  expect(page).toContain('+977 980 0000012');
  expect(page).toMatch(/href="https:\/\/everest\.example\/" rel="nofollow noopener noreferrer"/);
  expect(page).not.toContain('<script>');
  expect(page).toContain('A call from any other number is not from its office');
});

test('who published nothing, or no number, is not shown as if it had', () => {
  expect(renderToStaticMarkup(<ContactSection contact={null} />)).toContain('published no contacts');
  const silent = renderToStaticMarkup(<ContactSection contact={{ ...contact, phones: [] }} />);
  expect(silent).toContain('and no phone number');
  expect(silent).not.toContain('any other number');
});
