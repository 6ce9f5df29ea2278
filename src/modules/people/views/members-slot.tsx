export const membersSlot = { id: "members", order: 30, draw: async () => null };
