import { createContext } from 'react';

/** The word this answer's scripts carry; the browser runs no other. */
export const Nonce = createContext('');
