/** The phone has the whole package already. */
export const warmPages: () => void = () => undefined;
