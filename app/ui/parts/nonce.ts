import { createContext, useContext } from 'react';

/** Set by the server for each page; a page that is not being answered has none. */
export const Nonce = createContext('');

/** What a script or style in this page must carry to be run: `<script src="…" nonce={useNonce()} />`. */
export const useNonce = () => useContext(Nonce);
