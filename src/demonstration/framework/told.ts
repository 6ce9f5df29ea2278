/** Nobody shall take what is told here for what a national body really said. */
export const invented = (text: string): string => `Invented for the demonstration. ${text}`;
