namespace Headshots.Vision.Tests.Networks;

/// <summary>Operators written as their definitions read, in double precision and without any thought of speed.</summary>
internal static class NaiveOperators
{
    public static float[] Values(int count, uint seed)
    {
        var values = new float[count];
        GoldenInput.Fill(values, seed, -1, 1);
        return values;
    }

    /// <summary>TensorFlow's SAME and VALID: output size, and padding before the first pixel.</summary>
    public static (int Output, int Pad) Extent(int size, int kernel, int stride, bool same)
    {
        if (!same)
        {
            return ((size - kernel) / stride + 1, 0);
        }

        int output = (int)Math.Ceiling(size / (double)stride);
        return (output, Math.Max(0, (output - 1) * stride + kernel - size) / 2);
    }

    /// <param name="image">height × width × channels.</param>
    /// <param name="size">Height, width and channels of the image.</param>
    /// <param name="weights">OHWI; depthwise 1 × height × width × channels.</param>
    /// <param name="bias">A value per output channel.</param>
    /// <param name="kernel">Height and width of the window.</param>
    /// <param name="stride">Pixels from one window to the next, both ways.</param>
    /// <param name="same">SAME padding; otherwise VALID.</param>
    /// <param name="depthwise">Whether each channel is convolved by itself.</param>
    public static float[] Convolution(
        float[] image, (int H, int W, int C) size, float[] weights, float[] bias, (int H, int W) kernel, int stride, bool same, bool depthwise = false)
    {
        (int outH, int padY) = Extent(size.H, kernel.H, stride, same);
        (int outW, int padX) = Extent(size.W, kernel.W, stride, same);
        int outC = bias.Length;
        var result = new float[outH * outW * outC];
        for (int i = 0; i < result.Length; i++)
        {
            int o = i % outC, x = i / outC % outW, y = i / outC / outW;
            double sum = bias[o];
            for (int ky = 0; ky < kernel.H; ky++)
            {
                for (int kx = 0; kx < kernel.W; kx++)
                {
                    int sy = (y * stride) - padY + ky, sx = (x * stride) - padX + kx;
                    if (sy < 0 || sx < 0 || sy >= size.H || sx >= size.W)
                    {
                        continue;
                    }

                    for (int c = depthwise ? o : 0; c < (depthwise ? o + 1 : size.C); c++)
                    {
                        double weight = depthwise
                            ? weights[((ky * kernel.W) + kx) * size.C + c]
                            : weights[(((o * kernel.H + ky) * kernel.W) + kx) * size.C + c];
                        sum += weight * image[((sy * size.W) + sx) * size.C + c];
                    }
                }
            }

            result[i] = (float)sum;
        }

        return result;
    }

    public static float[] Pool(float[] image, (int H, int W, int C) size, int window, int stride, bool same, bool average)
    {
        (int outH, int padY) = Extent(size.H, window, stride, same);
        (int outW, int padX) = Extent(size.W, window, stride, same);
        var result = new float[outH * outW * size.C];
        for (int i = 0; i < result.Length; i++)
        {
            int c = i % size.C, x = i / size.C % outW, y = i / size.C / outW;
            var inside = new List<double>();
            for (int k = 0; k < window * window; k++)
            {
                int sy = (y * stride) - padY + (k / window), sx = (x * stride) - padX + (k % window);
                if (sy >= 0 && sx >= 0 && sy < size.H && sx < size.W)
                {
                    inside.Add(image[((sy * size.W) + sx) * size.C + c]);
                }
            }

            result[i] = (float)(average ? inside.Average() : inside.Max());
        }

        return result;
    }

    public static float[] Resize(float[] image, (int H, int W, int C) size, int outH, int outW, bool alignCorners, bool halfPixel)
    {
        var result = new float[outH * outW * size.C];
        double Position(int i, int from, int to)
        {
            double scale = alignCorners && to > 1 ? (from - 1.0) / (to - 1) : from / (double)to;
            return halfPixel ? ((i + 0.5) * scale) - 0.5 : i * scale;
        }

        for (int i = 0; i < result.Length; i++)
        {
            int c = i % size.C;
            double x = Position(i / size.C % outW, size.W, outW), y = Position(i / size.C / outW, size.H, outH);
            double At(double py, double px) =>
                image[((int)Math.Clamp(py, 0, size.H - 1) * size.W + (int)Math.Clamp(px, 0, size.W - 1)) * size.C + c];
            double fx = x - Math.Floor(x), fy = y - Math.Floor(y);
            double upper = At(Math.Floor(y), Math.Floor(x)) * (1 - fx) + At(Math.Floor(y), Math.Floor(x) + 1) * fx;
            double lower = At(Math.Floor(y) + 1, Math.Floor(x)) * (1 - fx) + At(Math.Floor(y) + 1, Math.Floor(x) + 1) * fx;
            result[i] = (float)(upper * (1 - fy) + lower * fy);
        }

        return result;
    }

    public static float[] TransposeConvolution(
        float[] image, (int H, int W, int C) size, float[] weights, float[] bias, (int H, int W) kernel, int stride, bool same)
    {
        int Pad(int n, int k) => same ? Math.Max(0, k - ((n - 1) % stride) - 1) : 0;
        int padY = Pad(size.H, kernel.H), padX = Pad(size.W, kernel.W);
        int outH = stride * (size.H - 1) + kernel.H - padY, outW = stride * (size.W - 1) + kernel.W - padX;
        var sums = new double[outH * outW * bias.Length];
        for (int i = 0; i < sums.Length; i++)
        {
            sums[i] = bias[i % bias.Length];
        }

        for (int i = 0; i < size.H * size.W; i++)
        {
            for (int w = 0; w < bias.Length * kernel.H * kernel.W; w++)
            {
                int kx = w % kernel.W, ky = w / kernel.W % kernel.H, o = w / kernel.W / kernel.H;
                int y = (i / size.W * stride) - (padY / 2) + ky, x = (i % size.W * stride) - (padX / 2) + kx;
                for (int c = 0; c < size.C && y >= 0 && x >= 0 && y < outH && x < outW; c++)
                {
                    sums[((y * outW) + x) * bias.Length + o] += image[(i * size.C) + c] * weights[(w * size.C) + c];
                }
            }
        }

        return [.. sums.Select(s => (float)s)];
    }
}
