export const publishers = {};
