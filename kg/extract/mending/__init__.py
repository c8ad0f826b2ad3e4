"""A text set right before it is read: words cut at line ends, wrong characters, capitals."""
