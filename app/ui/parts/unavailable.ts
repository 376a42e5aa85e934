import { createContext, useContext } from 'react';

/** Set by the server where a page could not be answered because the database was not there. */
export const Unavailable = createContext(false);

export const useUnavailable = () => useContext(Unavailable);
