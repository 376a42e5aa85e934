import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';

import { DeskFrame } from './frame.tsx';

test('whoever is signed in finds the way out on every page, in the rail and in the menu', () => {
  const viewer = { name: 'Mina Rai', organisation: 'Himal', kind: 'recruiter', places: 1 };
  const html = renderToStaticMarkup(<DeskFrame viewer={viewer}>A page</DeskFrame>);
  expect(
    html.match(/<form method="post" action="\/sign-out"><button type="submit"[^>]*>Sign out/g),
  ).toHaveLength(2);
});
