import { ActionIcon, Anchor, Button, Menu, type ActionIconProps, type ButtonProps, type MenuItemProps } from '@mantine/core';
import { createLink } from '@tanstack/react-router';
import type { AnchorHTMLAttributes, Ref } from 'react';

type LinkOf<Props> = Props & Omit<AnchorHTMLAttributes<HTMLAnchorElement>, keyof Props> & { ref?: Ref<HTMLAnchorElement> };

/** Mantine's parts as links of the router: `<ButtonLink to="/runs/$run" params={{ run }}>`. They are links: they open in a new tab as links do. */
export const AnchorLink = createLink(Anchor<'a'>);
export const ButtonLink = createLink((props: LinkOf<ButtonProps>) => <Button component="a" {...props} />);
export const ActionIconLink = createLink((props: LinkOf<ActionIconProps>) => <ActionIcon component="a" {...props} />);
export const MenuItemLink = createLink((props: LinkOf<MenuItemProps>) => <Menu.Item component="a" {...props} />);
